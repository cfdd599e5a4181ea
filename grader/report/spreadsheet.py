"""Rows as CSV, as a spreadsheet opens it."""

import csv
import io
from collections.abc import Iterable, Sequence

from .page import harmless
from .rows import Row

MARK = "\ufeff"  # without it, Excel takes UTF-8 for something else
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def text(rows: Iterable[Row], steps: Sequence[str]) -> str:
    """A line of names, then a line per submission."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["submission", "verdict", *steps, "mistakes", "advice", "error"])
    for row in rows:
        statuses = [row.steps.get(step, "") for step in steps]
        ids = [" ".join(row.mistakes), " ".join(row.advice)]
        writer.writerow([_cell(part) for part in (row.submission, row.verdict, *statuses, *ids, row.error)])
    return MARK + written.getvalue()


def _cell(text: str) -> str:
    """`text` as text: what begins like a formula would be computed."""
    text = harmless(text)
    return f"'{text}" if text.startswith(FORMULAS) else text
