"""The fixes that were found, as a small diff with the file's own line numbers."""

from collections.abc import Sequence
from textwrap import wrap

from ..verdict import Change, Finding, Verdict
from .after_fix import afterwards
from .highlight import parted
from .page import Page

TITLE = "Your code, corrected"
STYLES = {"-": "failed", "+": "passed", " ": "dim"}
"""The style of a row, by its sign."""
MOST_BETWEEN = 2
"""As many unchanged lines between two changes are shown, so that the new code can be read as a whole."""


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
    if said := afterwards(changes, lines):
        page.prose(said)


def rows(page: Page, shown: Sequence[str]) -> None:
    """Show the rows of a diff, in colour."""
    for row in shown:
        for part in folded(page.line(row), page.width - 2):
            page.row(("  ", ""), (part, STYLES[row[0]]))


def folded(row: str, width: int) -> list[str]:
    """Wrap a row of a diff, so that no code is cut off; continuation rows are indented further.

    The comment of a row that is too long goes below the code, and each of its rows begins with `#`.
    """
    code, comment = parted(row) if len(row) > width else (row, "")
    start = len(row) - len(row[1:].lstrip(" 0123456789"))
    further = row[:1] + " " * min(start + 3, width // 2)
    rows = wrap(code, width, subsequent_indent=further, break_on_hyphens=False) or [row]
    if not comment:
        return rows
    margin = row[:1] + " " * (min(start, width // 2) - 1) + "# "
    begins = margin if code[start:] else row[:start] + "# "
    above = rows if code[start:] else []
    text = comment.lstrip("# ")
    return [*above, *wrap(text, width, initial_indent=begins, subsequent_indent=margin)]


def of(finding: Finding, lines: Sequence[str]) -> list[str]:
    """The rows of the diff of one finding; empty if it has no fix."""
    return diff(finding.fix or (), lines)


def all_changes(verdict: Verdict) -> list[Change]:
    """The changes of all findings, each once, from the top of the file to the bottom."""
    found = dict.fromkeys(change for finding in verdict.findings for change in finding.fix or ())
    return sorted(found, key=lambda change: (change.start, change.end))


def diff(changes: Sequence[Change], lines: Sequence[str]) -> list[str]:
    """The rows of a diff, each with a sign, a line number and the text.

    Removed lines have their number in the file as it is, other lines their number in the corrected file.
    """
    width, rows, shift, after = len(str(len(lines) + 1)), [], 0, None
    for change in changes:
        between = range(after or change.start, change.start)
        if len(between) <= MOST_BETWEEN and all(lines[n - 1].strip() for n in between):
            rows += [f"  {n + shift:>{width}}  {lines[n - 1]}" for n in between]
        new = _lines(change.text)
        rows += [f"- {n:>{width}}  {lines[n - 1]}" for n in range(change.start, change.end + 1)]
        rows += [f"+ {n:>{width}}  {text}" for n, text in enumerate(new, change.start + shift)]
        shift += len(new) - (change.end + 1 - change.start)
        after = change.end + 1
    return rows


def _lines(text: str) -> list[str]:
    found = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return found[:-1] if found[-1] == "" else found
