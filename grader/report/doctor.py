"""Show what `doctor` found, a line each, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .page import Page, cells

SIGNS = {"ok": "passed", "warning": "todo", "problem": "failed"}
ASIDE = 18


@dataclass(frozen=True)
class CheckedItem:
    """The state of one thing that the grader needs."""

    status: Literal["ok", "warning", "problem"]  # 'problem' if something necessary does not work
    what: str  # what was checked
    said: str  # what was found
    remedy: str = ""  # what to do; empty if nothing has to be done


def health(lines: Sequence[CheckedItem], page: Page, then: str = "") -> Page:
    """Fill an empty page; `then` says what to do first, if that is known."""
    told = ""
    for line in lines:
        _line(page, line, "" if line.remedy == told else line.remedy)
        told = line.remedy
    page.blank()
    problems = list(dict.fromkeys(line.what for line in lines if line.status == "problem"))
    if problems:
        page.prose(f"Problems were found: {', '.join(problems)}.", style="failed")
    else:
        page.prose("Everything that is needed works.", style="passed")
    if then:
        page.prose(then, label="Next   ")
    return page


def _line(page: Page, line: CheckedItem, remedy: str) -> None:
    style = SIGNS[line.status]
    sign = f"{getattr(page.symbols, style)} ".ljust(cells(page.symbols.passed) + 1)
    start = f"  {sign}{line.what.ljust(ASIDE)}"
    word = "" if line.status == "ok" else f"{line.status}: "
    page.prose(word + line.said, label=start, label_style=style)
    if remedy:
        page.prose(remedy, label=" " * cells(start), style="command")
