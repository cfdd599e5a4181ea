"""An interview as it was agreed on: for how long, until when, and how it ended."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from .journal import Record

STARTED, ENDED, DEBRIEFED = "interview-started", "interview-ended", "interview-debriefed"
ANSWER, CHOSEN, PUT_OFF = "answer", "questions-chosen", "question-put-off"
ASKED = "task-asked"
SECOND_ACT = "second-act-drawn"
TALK = (DEBRIEFED, ANSWER, CHOSEN, PUT_OFF)
"""What is recorded of the talk about the code."""


@dataclass(frozen=True)
class Act:
    """One of the two acts of an interview, by what finds it again."""

    exercise: str  # its name; the act is in the journal of that exercise
    twist: str | None  # the twist of the task; none for the plain one
    interview: str  # its own name in that journal

    def facts(self) -> dict[str, Any]:
        """What a record holds to name it."""
        return asdict(self)


@dataclass(frozen=True)
class Interview:
    """The interview that an attempt was."""

    id: str  # its name in the journal
    minutes: float  # how long it was to last
    deadline: datetime | None  # when it was over, aware; none where the journal does not say
    how: str | None = None  # it ended: passed, time, ended or abandoned; none while it runs
    first: Act | None = None  # the first act, where this is the second; else none

    @property
    def seconds(self) -> float:
        """How long it was to last, in seconds."""
        return 60 * self.minutes


def interview_in(records: Iterable[Record], ends: Mapping[str, str]) -> Interview | None:
    """The interview that is started by one of these records; `ends` says how each ended, by its id."""
    facts = next((record.facts for record in records if record.event == STARTED), None)
    if facts is None:
        return None
    name = str(facts.get("interview"))
    minutes, deadline = _number(facts.get("minutes")), moment(facts.get("deadline"))
    return Interview(name, minutes, deadline, ends.get(name), act_in(facts.get("first")))


def act_in(held: Any) -> Act | None:
    """The act that a record names; none where it names none."""
    facts = held if isinstance(held, dict) else {}
    exercise, twist, name = (facts.get(key) for key in ("exercise", "twist", "interview"))
    if not (isinstance(exercise, str) and isinstance(name, str)):
        return None
    return Act(exercise, twist if isinstance(twist, str) else None, name)


def _number(held: Any) -> float:
    return float(held) if isinstance(held, int | float) and 0 <= held < 1e9 else 0.0


def moment(held: Any) -> datetime | None:
    """The moment that a record holds, aware; none where it holds none."""
    try:
        found = datetime.fromisoformat(held)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo is not None else None
