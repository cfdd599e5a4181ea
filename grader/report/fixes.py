"""The fixes that were found, as a small diff with the file's own line numbers."""

from collections.abc import Sequence
from textwrap import wrap

from ..verdict import Change, Finding, Verdict
from .page import Page

TITLE = "Your code, corrected"
STYLES = {"-": "failed", "+": "passed"}
"""The style of a row, by its sign."""


def show(page: Page, verdict: Verdict, lines: list[str]) -> None:
    """Show what to change, or that no fix was found; nothing if no fix was searched for."""
    if verdict.fixed is None:
        return
    changes = all_changes(verdict)
    page.blank()
    if not changes:
        page.prose("No verified fix was found.", label="Fix    ")
        return
    some = "" if verdict.fixed else " for some of the errors"
    page.row(("Fix", "label"), (f"{some}, verified with new data:", ""))
    rows(page, diff(changes, lines))


def rows(page: Page, shown: Sequence[str]) -> None:
    """Show the rows of a diff, in colour."""
    for row in shown:
        for part in folded(page.line(row), page.width - 2):
            page.row(("  ", ""), (part, STYLES[row[0]]))


def folded(row: str, width: int) -> list[str]:
    """Wrap a row of a diff, so that no code is cut off; continuation rows are indented further."""
    code = len(row) - len(row[1:].lstrip(" 0123456789"))
    further = row[:1] + " " * min(code + 3, width // 2)
    return wrap(row, width, subsequent_indent=further, break_on_hyphens=False) or [row]


def of(finding: Finding, lines: Sequence[str]) -> list[str]:
    """The rows of the diff of one finding; empty if it has no fix."""
    return diff(finding.fix or (), lines)


def all_changes(verdict: Verdict) -> list[Change]:
    """The changes of all findings, each once, from the top of the file to the bottom."""
    found = dict.fromkeys(change for finding in verdict.findings for change in finding.fix or ())
    return sorted(found, key=lambda change: (change.start, change.end))


def diff(changes: Sequence[Change], lines: Sequence[str]) -> list[str]:
    """The rows of a diff, each with a sign, a line number and the text."""
    width, found = len(str(len(lines) + 1)), []
    for change in changes:
        found += [f"- {n:>{width}}  {lines[n - 1]}" for n in range(change.start, change.end + 1)]
        found += [f"+ {n:>{width}}  {text}" for n, text in enumerate(_lines(change.text), change.start)]
    return found


def _lines(text: str) -> list[str]:
    found = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return found[:-1] if found[-1] == "" else found
