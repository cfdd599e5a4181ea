"""An interview as it was arranged: its length, its deadline, and how it ended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .journal import Record

STARTED, ENDED, DEBRIEFED = "interview-started", "interview-ended", "interview-debriefed"
ANSWER, CHOSEN, PUT_OFF = "answer", "questions-chosen", "question-put-off"
ASKED = "task-asked"
SECOND_ACT = "second-act-drawn"
TALK = (DEBRIEFED, ANSWER, CHOSEN, PUT_OFF)
"""The events of the talk about the code."""


@dataclass(frozen=True)
class Act:
    """A reference to one of the two acts of an interview."""

    exercise: str  # its name; the act is in the journal of that exercise
    twist: str | None  # the twist of the task; None for the plain task
    interview: str  # its own id in that journal


@dataclass(frozen=True)
class Interview:
    """The interview that an attempt was."""

    id: str  # its id in the journal
    minutes: float  # the agreed length
    deadline: datetime | None  # its deadline, timezone-aware; None if the journal has none
    how: str | None = None  # how it ended: passed, time, ended or abandoned; None if that is not recorded
    first: Act | None = None  # the first act, if this is the second; else None

    @property
    def seconds(self) -> float:
        """The agreed length in seconds."""
        return 60 * self.minutes


def interview_in(records: Iterable[Record], ends: Mapping[str, str]) -> Interview | None:
    """The interview that one of these records starts; `ends` says how each interview ended, by id."""
    facts = next((record.facts for record in records if record.event == STARTED), None)
    if facts is None:
        return None
    name = str(facts.get("interview"))
    minutes, deadline = _number(facts.get("minutes")), moment(facts.get("deadline"))
    return Interview(name, minutes, deadline, ends.get(name), act_in(facts.get("first")))


def act_in(held: Any) -> Act | None:
    """The act that a value from a record names; None if it names none."""
    facts = held if isinstance(held, dict) else {}
    exercise, twist, name = (facts.get(key) for key in ("exercise", "twist", "interview"))
    if not (isinstance(exercise, str) and isinstance(name, str)):
        return None
    return Act(exercise, twist if isinstance(twist, str) else None, name)


def _number(held: Any) -> float:
    return float(held) if isinstance(held, int | float) and 0 <= held < 1e9 else 0.0


def moment(held: Any) -> datetime | None:
    """The time in a value from a record, timezone-aware; None if it has none."""
    try:
        found = datetime.fromisoformat(held)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo is not None else None
