"""How the last interview stands, as it follows from the journal and the time of day.

Its deadline is a moment and not a count of seconds, so closing the terminal stops nothing, and whoever asks
next finds it where it is. Each moment in the journal has been: where the clock shows less than that, it was
set back, and time is counted from the latest of them, so that the time left never grows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast, get_args

from .appointment import DEBRIEFED, STARTED, Interview
from .attempts import SET_BACK_SECONDS, Attempt, attempts
from .clock import Clock
from .journal import Record

How = Literal["passed", "time", "ended", "abandoned"]
JUMP_SECONDS = 5.0
MARKS = (300.0, 60.0, 0.0)
"""Seconds left at which a bell rings."""


@dataclass(frozen=True)
class Standing:
    """How an interview stands.

    Attributes:
        attempt: the attempt that it is, or was.
        earlier: the attempts before it at the same task.
        id: its name in the journal.
        minutes: how long it lasts.
        deadline: when its time is over, aware.
        how: it ended; none while it runs.
        is_recorded: whether the journal says that it ended; else that follows from the rest.
        is_debriefed: whether the debrief was shown.
        left: seconds to the deadline, never negative and never more than it lasts.
        set_back: seconds by which the clock shows less than what was recorded last, if it does.
        latest: the latest moment that was recorded since it began, aware.
        saved: the copy of what was in the exercise before, beside the journal; none where nothing was.
        is_polishing: whether it passed, has time left, and the questions were not called for yet.
        is_open: whether its questions are asked without choices.
        is_brief: whether its task is stated in brief.
    """

    attempt: Attempt
    earlier: tuple[Attempt, ...]
    id: str
    minutes: float
    deadline: datetime
    how: How | None
    is_recorded: bool
    is_debriefed: bool
    left: float
    set_back: float
    latest: datetime
    saved: str | None
    is_polishing: bool = False
    is_open: bool = False
    is_brief: bool = False

    @property
    def is_to_be_debriefed(self) -> bool:
        """Whether it came to its end, and the debrief was not shown yet."""
        return self.how not in (None, "abandoned") and not self.is_debriefed

    def stands(self, step: str) -> bool:
        """Whether a step passed in the newest grading."""
        return bool(self.attempt.runs) and self.attempt.runs[-1].steps.get(step) == "passed"


def standing(records: Iterable[Record], steps: Sequence[str], now: datetime) -> Standing | None:
    """How the last interview stands; none where there never was one.

    Args:
        records: of one exercise, in the order of their writing.
        steps: those that are the learner's to write, in order.
        now: aware; it may have been set back.
    """
    records = tuple(records)
    told = attempts(records, steps)
    attempt = next((one for one in reversed(told) if one.interview is not None), None)
    if attempt is None or attempt.interview is None:
        return None
    interview = attempt.interview
    started = _start_of(interview.id, records)
    since = records[started:]
    latest = max(record.at for record in since)
    length = timedelta(seconds=interview.seconds)
    deadline = interview.deadline or since[0].at + length
    left = min(max(deadline - max(now, latest), timedelta(0)), length).total_seconds()
    behind = (latest - now).total_seconds()
    saved, how = since[0].facts.get("saved"), _how(interview, attempt, left)
    return Standing(
        attempt=attempt,
        earlier=tuple(one for one in told[: attempt.number - 1] if one.twist == attempt.twist),
        id=interview.id,
        minutes=interview.minutes,
        deadline=deadline,
        how=how,
        is_recorded=interview.how is not None,
        is_debriefed=any(r.event == DEBRIEFED and r.facts.get("interview") == interview.id for r in since),
        left=left,
        set_back=behind if behind > SET_BACK_SECONDS else 0.0,
        latest=latest,
        saved=saved if isinstance(saved, str) else None,
        is_polishing=_is_polishing(interview, how, left) and attempt is told[-1],
        is_open=since[0].facts.get("open") is True,
        is_brief=since[0].facts.get("brief") is True,
    )


def _start_of(name: str, records: Sequence[Record]) -> int:
    """The place of the record with which an interview starts; the last one where several have its name."""
    return max(
        place
        for place, record in enumerate(records)
        if record.event == STARTED and str(record.facts.get("interview")) == name
    )


def _is_polishing(interview: Interview, how: How | None, left: float) -> bool:
    return how == "passed" and interview.how is None and left > 0


def _how(interview: Interview, attempt: Attempt, left: float) -> How | None:
    if interview.how is not None:
        return cast(How, interview.how) if interview.how in get_args(How) else "ended"
    if attempt.passed:
        return "passed" if attempt.outcome == "passed" else "time"
    if attempt.outcome == "left":  # another file was laid out
        return "abandoned"
    return None if left else "time"


def mark_passed(before: float, left: float) -> float | None:
    """The last of `MARKS` that was reached since there were `before` seconds left; none where none was."""
    return min((mark for mark in MARKS if left <= mark < before), default=None)


class Timer:
    """The time of day for one who looks on: it does not go back with a clock that is set back.

    A clock that is put forward takes it along, since a machine that slept looks like that too.

    Args:
        clock: what it is read from.
        since: a moment that has been, aware: it begins no earlier.
    """

    def __init__(self, clock: Clock, since: datetime) -> None:
        self._clock, self._begun, self._shown = clock, clock.monotonic(), clock.now()
        self._since = max(since, self._shown)

    def now(self) -> datetime:
        """The time, aware."""
        return max(self._clock.now(), self._since + self._passed())

    def jump(self) -> float:
        """Seconds by which the clock was put forward since the beginning, or back, if negative; else 0."""
        ahead = (self._clock.now() - self._shown - self._passed()).total_seconds()
        return ahead if abs(ahead) >= JUMP_SECONDS else 0.0

    def _passed(self) -> timedelta:
        return timedelta(seconds=self._clock.monotonic() - self._begun)
