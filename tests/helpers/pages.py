"""The pages that people read: the README and what it links to."""

import re
from pathlib import Path

from .paths import ROOT

DOCS = ROOT / "grader" / "docs"
README = ROOT / "README.md"
PAGES = (README, ROOT / "exercises" / "README.md", *sorted(DOCS.glob("*.md")))


def text(path: Path) -> str:
    """The text of a page."""
    return path.read_text(encoding="utf-8")


def doc(name: str) -> str:
    """The text of a page of `grader/docs`."""
    return text(DOCS / f"{name}.md")


def blocks(page: str) -> list[tuple[str, str]]:
    """The code blocks of a page: the language, which may be empty, and the text."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def block(page: str, start: str) -> str:
    """The only code block that starts with these words."""
    (found,) = [code for _, code in blocks(page) if code.startswith(start)]
    return found
