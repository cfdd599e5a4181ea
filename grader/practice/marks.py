"""What the learner says of an attempt afterwards: that it is forgotten, and notes on it.

    {"v": 1, "at": ..., "event": "attempt-noted", "attempt": 3, "began": ..., "text": "at the office"}

Nothing is taken out of the journal for it. The attempt is found again by the moment of its first record; its
number is for who reads the journal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from .journal import Record

FORGOTTEN, NOTED = "attempt-forgotten", "attempt-noted"


@dataclass(frozen=True)
class Marks:
    """What is said of one attempt."""

    forgotten: bool = False  # whether it is to count for nothing
    notes: tuple[str, ...] = ()  # the first one first


NONE = Marks()


def facts_of(number: int, began: datetime) -> dict[str, Any]:
    """What a record holds to say which attempt it is about."""
    return {"attempt": number, "began": began.isoformat(timespec="milliseconds")}


def without_marks(records: Iterable[Record]) -> list[Record]:
    """The records that tell of what happened in an attempt."""
    return [record for record in records if record.event not in (FORGOTTEN, NOTED)]


def marks_in(records: Iterable[Record]) -> dict[datetime, Marks]:
    """What is said of each attempt, by the moment of its first record."""
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
