"""When an exercise last passed, and its best time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo

from .attempts import Attempt, attempts
from .journal import Record
from .schedule import local


@dataclass(frozen=True)
class Passes:
    """A summary of the passes of one exercise."""

    last: date  # the day of the last pass, in the learner's time zone
    best: float | None  # the seconds of the personal best; None if no time counts


def passes(attempts: Iterable[Attempt], zone: tzinfo | None = None) -> Passes | None:
    """The passes of the plain task, without forgotten ones; None if there are none."""
    plain = [attempt for attempt in attempts if attempt.twist is None]
    passed = [attempt for attempt in plain if attempt.passed and not attempt.marks.forgotten]
    if not passed:
        return None
    best = min((attempt.seconds for attempt in passed if attempt.is_timed), default=None)
    return Passes(local(passed[-1].ended or passed[-1].started, zone).date(), best)


def has_passed(records: Iterable[Record]) -> bool:
    """Whether the records of an exercise contain a pass of the plain task that is not forgotten."""
    return passes(attempts(records, ())) is not None
