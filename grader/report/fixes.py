"""The fixes that were found, as a small diff with the file's own line numbers."""

from ..verdict import Change, Verdict
from .page import Page


def show(page: Page, verdict: Verdict, lines: list[str]) -> None:
    """What to change, or that no fix was found; nothing where none was looked for."""
    if verdict.fixed is None:
        return
    changes = all_changes(verdict)
    page.blank()
    if not changes:
        page.prose("None was found that is sure to be right.", label="Fix    ")
        return
    page.row(("Fix", "label"), (_reach(verdict), ""))
    for row in diff(changes, lines):
        style = {"-": "failed", "+": "passed"}[row[0]]
        page.row(("  ", ""), (page.crop(page.line(row), page.width - 2), style))


def _reach(verdict: Verdict) -> str:
    return ", graded with other data:" if verdict.fixed else ", graded with other data; not of all errors:"


def all_changes(verdict: Verdict) -> list[Change]:
    """The changes of all findings, each once, from the top down."""
    found = dict.fromkeys(change for finding in verdict.findings for change in finding.fix or ())
    return sorted(found, key=lambda change: (change.start, change.end))


def diff(changes: list[Change], lines: list[str]) -> list[str]:
    """The rows of a diff: a sign, the number of the line, its text."""
    width, rows = len(str(len(lines) + 1)), []
    for change in changes:
        rows += [f"- {n:>{width}}  {lines[n - 1]}" for n in range(change.start, change.end + 1)]
        rows += [f"+ {n:>{width}}  {text}" for n, text in enumerate(_lines(change.text), change.start)]
    return rows


def _lines(text: str) -> list[str]:
    found = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return found[:-1] if found[-1] == "" else found
