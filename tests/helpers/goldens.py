"""Compare screens with golden files; `UPDATE_GOLDEN=1` rewrites the files."""

import os

from grader.report.page import Page, cells

from .paths import GOLDEN

SIZES = {"100": (100, "utf-8"), "80": (80, "utf-8"), "60": (60, "utf-8"), "ascii": (60, "ascii")}


def empty(size: str) -> Page:
    """An empty page of one of the sizes."""
    return Page(*SIZES[size])


def hold_against_golden(folder: str, name: str, page: Page) -> None:
    """Assert that a page equals the golden file, fits its width and can be encoded."""
    hold_text(folder, name, page.plain(), page.width, page.encoding)


def hold_text(folder: str, name: str, shown: str, width: int, encoding: str) -> None:
    """Assert that a text equals the golden file, fits this width and can be encoded."""
    path = GOLDEN / folder / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")
    assert all(cells(line) <= width for line in shown.splitlines())
    shown.encode(encoding)
