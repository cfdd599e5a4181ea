"""Rows as CSV, as a spreadsheet opens it."""

import csv
import io
from collections.abc import Sequence

from .page import harmless
from .rows import Row

MARK = "\ufeff"  # without it, Excel takes UTF-8 for something else
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def text(rows: Sequence[Row], steps: Sequence[str]) -> str:
    """A line of names, then a line per submission; the exercise too, where there are several."""
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
    """`text` as text: what begins like a formula would be computed."""
    text = harmless(text)
    return f"'{text}" if text.startswith(FORMULAS) else text
