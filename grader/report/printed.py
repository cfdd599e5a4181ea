"""What a submission printed, grouped by the called method: each line once, with its count."""

import re

from ..command_line import command
from ..verdict import Printed, Verdict
from .page import Page, cells, split

TITLE, AT_LOAD = "Printed by your code", "at load"
ROWS = 12
WARNED = re.compile(
    r"(?:.*[/\\]site-packages[/\\](?P<package>\w+)[/\\])?(?:.*[/\\])?(?P<file>[^/\\]+):(?P<line>\d+): "
    r"(?P<said>\w+Warning: .*)"
)
"""The first line of a Python warning; the line of code that it is about comes next."""


def lines(printed: Printed, submission: str) -> list[tuple[str, str]]:
    """The lines of one method, each with its count or an empty text; an array has one count, at its end.

    A warning takes one line, without path and code, if it is about the submission or a package.
    """
    rows: list[tuple[str, str]] = []
    is_quoted = False
    depth, before = 0, (0, 0)
    for line, times, calls in printed.lines:
        if is_quoted and line.startswith("  "):
            is_quoted = False
            continue
        warned = WARNED.fullmatch(line)
        text = line
        if warned and (warned["package"] or submission.endswith(warned["file"])):
            text = f"{warned['package'] or 'line ' + warned['line']}: {warned['said']}"
        is_quoted = text != line
        counts = calls, times
        if depth > 0 and line.startswith(" "):  # some rows of an array may be those of another one, too
            rows[-1] = rows[-1][0], ""
            counts = min(counts, before)
        else:
            depth = 0
        depth, before = depth + line.count("[") - line.count("]"), counts
        rows.append((text, _counts(*counts)))
    return rows


def _in_rows(page: Page, text: str, count: str, room: int) -> list[str]:
    """A line in rows of at most `room` cells, broken at spaces if it has any; its count stays whole."""
    left, rows = page.clean(text).expandtabs(8), []
    while cells(left) > room:
        head = split(left[: room + 1], room)[0]
        at = head.rfind(" ") if left[len(head)] != " " else len(head)
        end = at if at > 0 and head[:at].strip() else len(head)
        rows.append(left[:end].rstrip())
        left = left[end:].lstrip()
    joined = f"{left}  {count}" if count else left
    return [*rows, joined] if cells(joined) <= room else [*rows, left, f"  {count}"]


def more(number: int) -> str:
    """The text that says that `number` lines are left out."""
    return f"{number:,} more line{'s'[: number > 1]}"


def _counts(calls: int, times: int) -> str:
    if times == 1:
        return ""
    if times == calls:
        return f"(in {calls:,} calls)"
    return f"({times:,} times" + (f" in {calls:,} calls)" if calls > 1 else ")")


def show(page: Page, verdict: Verdict, check: str = "") -> None:
    """Show the first lines of each method, in about `ROWS` rows.

    `check` is the command that can show the rest; if empty, it is the one for the exercise itself.
    """
    groups = verdict.printed_by
    if not groups:
        return
    names = [page.line(group.method or AT_LOAD) for group in groups]
    width = max(map(cells, names))
    bar = f" {page.symbols.bar} "
    room = page.width - 2 - width - cells(bar)
    told = [lines(group, verdict.submission) for group in groups]
    rows = [[_in_rows(page, *line, room) for line in group] for group in told]
    shares = _shares([sum(map(len, group)) for group in rows])
    page.blank()
    page.row((f"{TITLE}:", "label"))
    is_cut = False
    for group, label, parts, share in zip(groups, names, rows, shares, strict=True):
        shown = [part for line in parts for part in line][:share]
        for number, row in enumerate(shown):
            start = label if number == 0 else ""
            page.row((f"  {start}{' ' * (width - cells(start))}{bar}", "dim"), (row, ""))
        left = group.more + _cut(parts, share)
        if left:
            page.row((f"  {' ' * width} {page.symbols.more} {more(left)}", "dim"))
        is_cut |= left > 0
    if is_cut:
        raw = "the first 10,000 characters" if verdict.truncated else "the text as it came"
        page.prose(
            f"{check or command(verdict.exercise)} --html FILE shows more of it, --json {raw}",
            label="  ",
            style="dim",
        )


def _cut(parts: list[list[str]], share: int) -> int:
    """How many lines are not fully shown."""
    ends = [sum(map(len, parts[: number + 1])) for number in range(len(parts))]
    return sum(end > share for end in ends)


def _shares(needed: list[int]) -> list[int]:
    """How many rows each method gets: rows that a method does not need go to the others."""
    shares, left = [0] * len(needed), ROWS
    for at in sorted(range(len(needed)), key=needed.__getitem__):
        others = sum(share == 0 for share in shares)
        shares[at] = min(needed[at], max(1, left // others))
        left -= shares[at]
    return shares
