"""Many submissions: the progress bar, the summary on the screen, and the table for spreadsheets."""

import csv
import io
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TextIO

from .page import Page, cells, harmless
from .times import counted

VERDICTS = {
    "passed": ("passed", "passed"),
    "failed": ("not right", "failed"),
    "unfinished": ("not finished", "todo"),
    "error": ("not graded", "failed"),
}
ROWS_SHOWN = 20
MARK = "\ufeff"  # a byte-order mark: without it, Excel does not recognise UTF-8
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class ResultRow:
    """One submission."""

    submission: str  # its path
    verdict: str  # as in the document, or `error` if it was not graded
    steps: Mapping[str, str]  # the status of each, by its name
    # mistakes, advice: the ids of the findings
    mistakes: tuple[str, ...]
    advice: tuple[str, ...]
    error: str  # why it was not graded; else empty
    status: int  # the exit status that `check` would have returned
    exercise: str = ""  # the exercise that it was graded for; empty if it was not graded


def row(document: Mapping[str, Any]) -> ResultRow:
    """The row for the document in one line of the results."""
    if "error" in document:
        return ResultRow(document["submission"], "error", {}, (), (), document["error"], document["status"])
    steps = {step["name"]: step["status"] for step in document["steps"]}
    found = [(one["severity"], one["mistake"]) for one in document["findings"]]
    mistakes, advice = (tuple(m for severity, m in found if severity == kind) for kind in ("error", "advice"))
    verdict, exercise = document["verdict"], document["exercise"]
    status = 0 if verdict == "passed" else 1
    return ResultRow(document["submission"], verdict, steps, mistakes, advice, "", status, exercise)


def table(rows: Sequence[ResultRow], steps: Sequence[str]) -> str:
    """CSV with a header and a line per submission; with a column for the exercise if there are several."""
    several = len({row.exercise for row in rows if row.exercise}) > 1
    written = io.StringIO()
    writer = csv.writer(written)
    which = ["submission", *(["exercise"] if several else [])]
    writer.writerow([*which, "verdict", *steps, "mistakes", "advice", "error"])
    for row in rows:
        statuses = [row.steps.get(step, "") for step in steps]
        ids = [" ".join(row.mistakes), " ".join(row.advice)]
        parts = (*(getattr(row, name) for name in which), row.verdict, *statuses, *ids, row.error)
        writer.writerow([_cell(part) for part in parts])
    return MARK + written.getvalue()


def _cell(text: str) -> str:
    """`text`, quoted if it begins like a formula, which a spreadsheet would compute."""
    text = harmless(text)
    return f"'{text}" if text.startswith(FORMULAS) else text


def summary(
    page: Page, rows: Sequence[ResultRow], titles: Mapping[str, str], before: int, results: str
) -> Page:
    """Fill an empty page.

    `before` is the number of rows from an earlier run.
    """
    verdicts = Counter(row.verdict for row in rows)
    known = f", {before} from an earlier run" if before else ""
    page.row((counted(len(rows), "submission"), "title"), (known, ""))
    width = len(str(len(rows)))
    for verdict, (words, style) in VERDICTS.items():
        if number := verdicts[verdict]:
            page.row((f"  {number:{width}} ", ""), (words, style))
    _not_passed(page, [row for row in rows if row.verdict != "passed"], results)
    graded = [row for row in rows if row.verdict != "error"]
    _most(page, "Mistakes, in how many files", [row.mistakes for row in graded], titles)
    _most(page, "Advice (optional), in how many files", [row.advice for row in graded], titles)
    return page


def _most(page: Page, heading: str, found: Sequence[Sequence[str]], titles: Mapping[str, str]) -> None:
    """Show each id with the number of submissions that have it, the commonest first."""
    numbers = Counter(mistake for ids in found for mistake in set(ids))
    if not numbers:
        return
    page.blank()
    page.row((f"{heading}:", "label"))
    width = len(str(max(numbers.values())))
    for mistake, number in sorted(numbers.items(), key=lambda item: (-item[1], item[0])):
        start = f"  {number:{width}} {mistake}  "
        title = page.crop_words(titles.get(mistake, ""), max(page.width - cells(start), 0))
        page.row((f"  {number:{width}} ", ""), (mistake, "title"), ("  ", ""), (title, ""))


def _not_passed(page: Page, rows: Sequence[ResultRow], results: str) -> None:
    """Show a row each: verdict, path, mistakes; those that were not graded come first."""
    if not rows:
        return
    page.blank()
    page.row(("Not passed:", "label"))
    width = max(cells(words) for words, _ in VERDICTS.values())
    for row in sorted(rows, key=lambda row: row.verdict != "error")[:ROWS_SHOWN]:
        words, style = VERDICTS[row.verdict]
        page.prose(page.line(_path_and_result(row)), label=f"  {words.ljust(width)}  ", label_style=style)
    if len(rows) > ROWS_SHOWN:
        page.prose(f"and {len(rows) - ROWS_SHOWN} more: see {page.line(results)}", label="  ")


def _path_and_result(row: ResultRow) -> str:
    """The path with the ids of the mistakes or the error; only the error if it names the path."""
    if row.submission in row.error or repr(row.submission) in row.error:
        return row.error
    return f"{row.submission}  {row.error or ', '.join(dict.fromkeys(row.mistakes))}"


@contextmanager
def bar(stream: TextIO | None, total: int) -> Iterator[Callable[[bool], None]]:
    """Show a bar on the stream (if that is a terminal) until the `with` block ends; then erase it.

    Yields a function to call for each of the `total` things: with True if it is done, with False if it needs
    no work, so that it does not count.
    """
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("graded"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("left"),
    )  # fmt: skip
    with Progress(*columns, console=Console(file=stream), transient=True) as progress:
        progress.add_task("", total=total)
        (task,) = progress.tasks

        def count(done: bool) -> None:
            progress.update(task.id, advance=int(done), total=(task.total or 0) - (not done))

        yield count
