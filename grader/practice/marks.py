"""The learner's marks on an attempt: that it is forgotten, and notes.

    {"v": 1, "at": ..., "event": "attempt-noted", "attempt": 3, "began": ..., "text": "at the office"}

Marks remove nothing from the journal. The time of its first record (`began`) identifies the attempt; its
number is for people who read the journal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from .journal import Record

FORGOTTEN, NOTED = "attempt-forgotten", "attempt-noted"


@dataclass(frozen=True)
class Marks:
    """The marks on one attempt."""

    forgotten: bool = False  # whether it no longer counts
    notes: tuple[str, ...] = ()  # in chronological order


NONE = Marks()


def facts_of(number: int, began: datetime) -> dict[str, Any]:
    """The facts in a record that say which attempt it is about."""
    return {"attempt": number, "began": began.isoformat(timespec="milliseconds")}


def without_marks(records: Iterable[Record]) -> list[Record]:
    """The records, without the marks."""
    return [record for record in records if record.event not in (FORGOTTEN, NOTED)]


def marks_in(records: Iterable[Record]) -> dict[datetime, Marks]:
    """The marks on each attempt, by the time of its first record."""
    records = tuple(records)
    moments = {record.at.isoformat(timespec="milliseconds"): record.at for record in reversed(records)}
    found: dict[datetime, Marks] = {}
    for record in records:
        began = record.facts.get("began")
        at = moments.get(began) if isinstance(began, str) else None
        if at is None:
            continue
        before, text = found.get(at, NONE), record.facts.get("text")
        if record.event == FORGOTTEN:
            found[at] = replace(before, forgotten=True)
        elif record.event == NOTED and isinstance(text, str):
            found[at] = replace(before, notes=(*before.notes, text))
    return found
