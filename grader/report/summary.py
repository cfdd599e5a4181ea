"""What many submissions came to: how many passed, and what went wrong most."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .page import Page, cells
from .rows import Row

VERDICTS = {
    "passed": ("passed", "passed"),
    "failed": ("not right", "failed"),
    "unfinished": ("not finished", "todo"),
    "error": ("not graded", "failed"),
}
MOST_ERRORS = 10


def summary(page: Page, rows: Sequence[Row], titles: Mapping[str, str], before: int) -> Page:
    """Fill an empty page; `before` of the rows were there from an earlier run."""
    verdicts = Counter(row.verdict for row in rows)
    page.row((_count(len(rows)), "title"), (f", {before} of them graded before" if before else "", ""))
    width = len(str(len(rows)))
    for verdict, (words, style) in VERDICTS.items():
        if number := verdicts[verdict]:
            page.row((f"  {number:{width}} ", ""), (words, style))
    graded = [row for row in rows if row.verdict != "error"]
    _most(page, "What went wrong, in how many of them", [row.mistakes for row in graded], titles)
    _most(page, "Advice, which fails nothing", [row.advice for row in graded], titles)
    _errors(page, [row for row in rows if row.verdict == "error"])
    return page


def _count(number: int) -> str:
    return "1 submission" if number == 1 else f"{number} submissions"


def _most(page: Page, heading: str, found: Sequence[Sequence[str]], titles: Mapping[str, str]) -> None:
    """Each id with the number of submissions that it is in, the commonest first."""
    numbers = Counter(mistake for ids in found for mistake in set(ids))
    if not numbers:
        return
    page.blank()
    page.row((f"{heading}:", "label"))
    width = len(str(max(numbers.values())))
    for mistake, number in sorted(numbers.items(), key=lambda item: (-item[1], item[0])):
        start = f"  {number:{width}} {mistake}  "
        title = page.crop(titles.get(mistake, ""), max(page.width - cells(start), 0))
        page.row((f"  {number:{width}} ", ""), (mistake, "title"), ("  ", ""), (title, ""))


def _errors(page: Page, rows: Sequence[Row]) -> None:
    if not rows:
        return
    page.blank()
    page.row(("Not graded:", "label"))
    for row in rows[:MOST_ERRORS]:
        page.prose(row.error, label=f"  {page.crop(row.submission, page.width // 2)}  ")
    if len(rows) > MOST_ERRORS:
        page.prose(f"{len(rows) - MOST_ERRORS} more; the results hold all of them", label="  ")
