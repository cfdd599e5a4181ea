"""The state of an interview, derived from the journal and the time of day.

The deadline is a point in time, so closing the terminal does not stop the clock. If the clock shows a time
before the latest record, it was set back. Then the time of that record is used, and the time left does not
grow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast, get_args

from ..verdict import Status
from .appointment import DEBRIEFED, SECOND_ACT, STARTED, Act, Interview, act_in, moment
from .attempts import SET_BACK_SECONDS, Attempt, attempts
from .clock import Clock
from .journal import Record

Ending = Literal["passed", "time", "ended", "abandoned"]
JUMP_SECONDS = 5.0
MIN_SECOND_ACT_SECONDS = 60.0
"""A second act does not begin with less time left."""
MARKS = (300.0, 60.0, 0.0)
"""Seconds left at which a bell rings."""


@dataclass(frozen=True)
class InterviewState:
    """The state of an interview."""

    attempt: Attempt  # the attempt that it is, or was
    earlier: tuple[Attempt, ...]  # the attempts before it at the same task
    id: str  # its id in the journal
    minutes: float  # how long it lasts
    deadline: datetime  # when its time is over, timezone-aware
    how: Ending | None  # how it ended; None while it runs
    is_recorded: bool  # whether the end is in the journal; if not, `how` is derived
    is_debriefed: bool  # whether the debrief was shown
    left: float  # seconds to the deadline, never negative and never more than it lasts
    set_back: float  # seconds by which the clock is behind the latest record; else 0
    latest: datetime  # the latest time recorded since it began, timezone-aware
    # the backup of the exercise from before, relative to the journal's folder; None if there is none
    saved: str | None
    is_polishing: bool = False  # whether it passed, has time left, and was not ended yet
    is_open: bool = False  # whether its questions are asked without choices
    is_brief: bool = False  # whether its task is stated briefly
    wants_second: bool = False  # whether a second act is wanted after the pass
    first: Act | None = None  # the first act, if this is the second; else None
    second: Act | None = None  # the second act that was drawn, which may not have begun

    @property
    def went_on(self) -> bool:
        """Whether the newest version that was graded was saved after the deadline."""
        saved = moment(self.attempt.runs[-1].saved) if self.attempt.runs else None
        return saved is not None and saved > self.deadline

    @property
    def awaits_second(self) -> bool:
        """Whether the second act should begin now; only its own journal tells whether it already has."""
        is_next = self.is_polishing or (self.second is not None and not self.is_recorded)
        return self.wants_second and self.how == "passed" and is_next and self.left >= MIN_SECOND_ACT_SECONDS

    @property
    def is_to_be_debriefed(self) -> bool:
        """Whether it ended without being abandoned, and the debrief was not shown yet."""
        return self.how not in (None, "abandoned") and not self.is_debriefed

    def status(self, step: str) -> Status:
        """The status of a step in the newest grading; `todo` if there is no grading, or it does not say."""
        said = self.attempt.runs[-1].steps.get(step) if self.attempt.runs else None
        return cast(Status, said) if said in get_args(Status) else "todo"


def state_of(
    records: Iterable[Record], steps: Sequence[str], now: datetime, name: str | None = None
) -> InterviewState | None:
    """The state of the interview with the id `name` or, without one, of the last; None if there is none.

    `now` is timezone-aware, and may be earlier than the records if the clock was set back.
    """
    records = tuple(records)
    known_attempts = attempts(records, steps)
    found = [(a, a.interview) for a in known_attempts if a.interview and name in (None, a.interview.id)]
    if not found:
        return None
    attempt, interview = found[-1]
    starts = [place for place, record in enumerate(records) if record.event == STARTED]
    since = records[max(at for at in starts if str(records[at].facts.get("interview")) == interview.id) :]
    latest = max(record.at for record in since)
    length = timedelta(seconds=interview.seconds)
    deadline = interview.deadline or since[0].at + length
    left = min(max(deadline - max(now, latest), timedelta(0)), length).total_seconds()
    behind, saved = (latest - now).total_seconds(), since[0].facts.get("saved")
    how = _how(interview, attempt, left)
    return InterviewState(
        attempt=attempt,
        earlier=tuple(one for one in known_attempts[: attempt.number - 1] if one.task == attempt.task),
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
        is_polishing=how == "passed" and interview.how is None and left > 0 and attempt is known_attempts[-1],
        first=interview.first,
        second=_second(interview.id, since),
        **_agreed(since[0]),
    )


def _agreed(started: Record) -> dict[str, bool]:
    """The options that were chosen at the start."""
    known = {"is_open": "open", "is_brief": "brief", "wants_second": "second_act"}
    return {field: started.facts.get(key) is True for field, key in known.items()}


def _second(name: str, since: Sequence[Record]) -> Act | None:
    drawn = (r for r in since if r.event == SECOND_ACT and r.facts.get("interview") == name)
    return next((act_in(record.facts.get("act")) for record in drawn), None)


def _how(interview: Interview, attempt: Attempt, left: float) -> Ending | None:
    if interview.how is not None:
        return cast(Ending, interview.how) if interview.how in get_args(Ending) else "ended"
    if attempt.passed:
        return "passed" if attempt.outcome == "passed" else "time"
    if attempt.outcome == "left":  # another file was laid out
        return "abandoned"
    return None if left else "time"


def mark_passed(before: float, left: float) -> float | None:
    """The last of `MARKS` that was reached since `before` seconds were left; None if none was."""
    return min((mark for mark in MARKS if left <= mark < before), default=None)


class Timer:
    """The time of day for a screen that stays open: it does not go back if the clock is set back.

    If the clock jumps forward, so does the timer, because after sleep a machine's clock jumps too. The timer
    starts no earlier than `since`, which is timezone-aware.
    """

    def __init__(self, clock: Clock, since: datetime) -> None:
        self._clock, self._begun, self._shown = clock, clock.monotonic(), clock.now()
        self._since = max(since, self._shown)

    def now(self) -> datetime:
        """The time, timezone-aware."""
        return max(self._clock.now(), self._since + self._passed())

    def jump(self) -> float:
        """Seconds by which the clock was moved since the start, negative if back; 0 below `JUMP_SECONDS`."""
        ahead = (self._clock.now() - self._shown - self._passed()).total_seconds()
        return ahead if abs(ahead) >= JUMP_SECONDS else 0.0

    def _passed(self) -> timedelta:
        return timedelta(seconds=self._clock.monotonic() - self._begun)
