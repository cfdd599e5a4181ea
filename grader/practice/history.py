"""All that the journal tells of practising one exercise, put together; and as a document or a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from .appointment import Interview
from .attempts import Attempt, attempts
from .bests import Bests, bests
from .journal import Past
from .schedule import Plan, plan

SCHEMA = 1
LOOKED_AT = 5
COLUMNS = (
    "number", "start", "started", "ended", "seconds", "outcome", "personal_best", "counts", "versions",
    "hints", "solution_seen", "clock_set_back", "passed_at_once", "kept_version", "forgotten",
    "interview_minutes",
)  # fmt: skip


@dataclass(frozen=True)
class Habit:
    """A mistake that comes back: in how many of the last attempts it was made."""

    mistake: str
    attempts: int
    of: int


@dataclass(frozen=True)
class History:
    """What there is to tell.

    Attributes:
        exercise: its name.
        steps: those that are the learner's to write, in order.
        attempts: the first one first.
        best: of all of them.
        habits: the mistakes of more than one of the last attempts, the commonest first.
        next: when to practise again; none where no attempt has ended.
        trouble: a word on what of the journal could not be read.
    """

    exercise: str
    steps: tuple[str, ...]
    attempts: tuple[Attempt, ...]
    best: Bests
    habits: tuple[Habit, ...]
    next: Plan | None
    trouble: str = ""

    def document(self) -> dict[str, Any]:
        """The history as plain data, for JSON; times are in seconds, moments in ISO 8601."""
        best = self.best
        segments = sorted(best.segments.items(), key=lambda item: (sorted(item[0]), item[1]))
        return {
            "schema": SCHEMA,
            "exercise": self.exercise,
            "attempts": [self._attempt(attempt) for attempt in self.attempts],
            "best": {
                "attempt": best.attempt.number if best.attempt is not None else None,
                "seconds": _rounded(best.attempt.seconds) if best.attempt is not None else None,
                "sum_of_best_segments": _rounded(best.sum) if best.sum is not None else None,
                "segments": [
                    {"steps": [s for s in self.steps if s in group], "seconds": _rounded(seconds)}
                    for group, seconds in segments
                ],
            },
            "habits": [vars(habit) for habit in self.habits],
            "next": None if self.next is None else {"days": self.next.days, "due": str(self.next.due)},
            "trouble": self.trouble,
        }

    @property
    def columns(self) -> tuple[str, ...]:
        """What a row of the table holds; under a step, the seconds from the beginning to its first pass."""
        return (*COLUMNS, *self.steps)

    def table(self) -> list[dict[str, Any]]:
        """A row an attempt, for CSV; what is not there is None."""
        rows = []
        for attempt in self.attempts:
            splits = {step: attempt.split_of(step) for step in self.steps}
            row = self._attempt(attempt) | {
                "interview_minutes": None if attempt.interview is None else attempt.interview.minutes,
                **{step: None if split is None else _rounded(split.sum) for step, split in splits.items()},
            }
            rows.append({name: row[name] for name in self.columns})
        return rows

    def _attempt(self, attempt: Attempt) -> dict[str, Any]:
        return {
            "number": attempt.number,
            "start": attempt.start,
            "started": attempt.started.isoformat(timespec="seconds"),
            "ended": None if attempt.ended is None else attempt.ended.isoformat(timespec="seconds"),
            "seconds": _rounded(attempt.seconds),
            "outcome": attempt.outcome,
            "personal_best": attempt is self.best.attempt,
            "counts": attempt.is_timed,
            "versions": len(attempt.versions),
            "hints": attempt.hints,
            "solution_seen": attempt.solution_seen,
            "clock_set_back": attempt.set_back,
            "passed_at_once": attempt.at_once,
            "kept_version": attempt.kept,
            "forgotten": attempt.marks.forgotten,
            "notes": list(attempt.marks.notes),
            "interview": _interview(attempt.interview),
            "splits": [
                {"steps": list(s.steps), "segment": _rounded(s.segment), "sum": _rounded(s.sum)}
                for s in attempt.splits
            ],
            "mistakes": [
                {"mistake": name, "step": step, "versions": count} for (name, step), count in attempt.mistakes
            ],
        }


def history(exercise: str, steps: Sequence[str], past: Past, zone: tzinfo | None = None) -> History:
    """What the records tell.

    Args:
        exercise: its name.
        steps: those that are the learner's to write, in order.
        past: the records of this exercise.
        zone: where the learner is; without it, as this machine says.
    """
    found = attempts(past.records, steps)
    return History(
        exercise=exercise,
        steps=tuple(steps),
        attempts=found,
        best=bests([one for one in found if one.twist == found[-1].twist], steps),
        habits=_habits(found),
        next=plan(found, zone),
        trouble=past.trouble,
    )


def _habits(attempts: Sequence[Attempt]) -> tuple[Habit, ...]:
    last = [attempt for attempt in attempts if attempt.runs and not attempt.marks.forgotten][-LOOKED_AT:]
    made = Counter(
        name for attempt in last for name in dict.fromkeys(name for (name, _), _ in attempt.mistakes)
    )
    return tuple(Habit(name, count, len(last)) for name, count in made.most_common() if count > 1)


def _interview(interview: Interview | None) -> dict[str, Any] | None:
    if interview is None:
        return None
    deadline = interview.deadline
    return {
        "id": interview.id,
        "minutes": interview.minutes,
        "deadline": None if deadline is None else deadline.isoformat(timespec="seconds"),
        "how": interview.how,
    }


def _rounded(seconds: float) -> float:
    return round(seconds, 3)
