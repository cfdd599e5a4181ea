"""The summary of many submissions: how many passed, and the commonest mistakes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .page import Page, cells
from .rows import Row
from .times import counted

VERDICTS = {
    "passed": ("passed", "passed"),
    "failed": ("not right", "failed"),
    "unfinished": ("not finished", "todo"),
    "error": ("not graded", "failed"),
}
SHOWN = 20


def summary(page: Page, rows: Sequence[Row], titles: Mapping[str, str], before: int, results: str) -> Page:
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


def _not_passed(page: Page, rows: Sequence[Row], results: str) -> None:
    """Show a row each: verdict, path, mistakes; those that were not graded come first."""
    if not rows:
        return
    page.blank()
    page.row(("Not passed:", "label"))
    width = max(cells(words) for words, _ in VERDICTS.values())
    for row in sorted(rows, key=lambda row: row.verdict != "error")[:SHOWN]:
        words, style = VERDICTS[row.verdict]
        page.prose(page.line(_told(row)), label=f"  {words.ljust(width)}  ", label_style=style)
    if len(rows) > SHOWN:
        page.prose(f"and {len(rows) - SHOWN} more: see {page.line(results)}", label="  ")


def _told(row: Row) -> str:
    """The path with the ids of the mistakes or the error; only the error if it names the path."""
    if row.submission in row.error or repr(row.submission) in row.error:
        return row.error
    return f"{row.submission}  {row.error or ', '.join(dict.fromkeys(row.mistakes))}"
