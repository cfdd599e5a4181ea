"""Journal records of interviews."""

from datetime import timedelta

from grader.practice.interview import InterviewState, state_of
from grader.practice.journal import Record

from .clocks import START
from .stories import STEPS, record, stub

NAME = "20261124T183000Z-1a2b"
COPY = "saved/linear_regression-0001-20261124T183000Z.py"


def begun(
    at: float = 0, minutes: float = 30, name: str = NAME, saved: str | None = COPY
) -> tuple[Record, ...]:
    """The records of the start of an interview."""
    deadline = (START + timedelta(seconds=at + 60 * minutes)).isoformat()
    facts = {"interview": name, "minutes": minutes, "deadline": deadline, "saved": saved}
    return stub(at, "interview"), record(at, "interview-started", **facts)


def ended(at: float, how: str, name: str = NAME) -> Record:
    """The record of the end of an interview."""
    return record(at, "interview-ended", interview=name, how=how)


def debriefed(at: float, name: str = NAME) -> Record:
    """The record that its debrief was shown."""
    return record(at, "interview-debriefed", interview=name)


def answer(at: float, question: str, *, right: bool, name: str | None = NAME) -> Record:
    """The record of an answer that was given in an interview."""
    return record(at, "answer", question=question, right=right, choice="", interview=name)


def stands(*records: Record, at: float, name: str | None = None) -> InterviewState:
    """The state of the interview with the id `name`, by default of the last, `at` seconds after the start."""
    found = state_of(records, STEPS, START + timedelta(seconds=at), name)
    assert found is not None
    return found
