"""Rows as CSV, in a form that spreadsheets open correctly."""

import csv
import io
from collections.abc import Sequence

from .page import harmless
from .rows import Row

MARK = "\ufeff"  # a byte-order mark: without it, Excel does not recognise UTF-8
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def text(rows: Sequence[Row], steps: Sequence[str]) -> str:
    """A header, then a line per submission; with a column for the exercise if there are several."""
    several = len({row.exercise for row in rows if row.exercise}) > 1
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(
        ["submission", *(["exercise"] if several else []), "verdict", *steps, "mistakes", "advice", "error"]
    )
    for row in rows:
        statuses = [row.steps.get(step, "") for step in steps]
        ids = [" ".join(row.mistakes), " ".join(row.advice)]
        which = [row.submission, *([row.exercise] if several else [])]
        parts = (*which, row.verdict, *statuses, *ids, row.error)
        writer.writerow([_cell(part) for part in parts])
    return MARK + written.getvalue()


def _cell(text: str) -> str:
    """`text`, quoted if it begins like a formula, which a spreadsheet would compute."""
    text = harmless(text)
    return f"'{text}" if text.startswith(FORMULAS) else text
