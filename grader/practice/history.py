"""Everything the journal says about one exercise, as a record, a JSON document or a table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .appointment import Interview
from .attempts import Attempt, Task, attempts
from .bests import Bests, bests
from .journal import JournalRecords
from .schedule import Plan, plans

SCHEMA = 1
LOOKED_AT = 5
COLUMNS = (
    "number", "start", "started", "ended", "seconds", "outcome", "personal_best", "counts", "versions",
    "hints", "solution_seen", "clock_set_back", "passed_at_once", "kept_version", "forgotten",
    "interview_minutes", "twist",
)  # fmt: skip


@dataclass(frozen=True)
class Habit:
    """A mistake that comes back: made in `attempts` of the last `of` attempts."""

    mistake: str
    attempts: int
    of: int


@dataclass(frozen=True)
class History:
    """The history of one exercise."""

    exercise: str  # its name
    steps: tuple[str, ...]  # the steps that the learner has to write, in order
    attempts: tuple[Attempt, ...]  # in chronological order
    bests: Mapping[Task, Bests]  # of each task, the plain one first; see `Attempt.task`
    habits: tuple[Habit, ...]  # the mistakes of more than one of the last attempts, the commonest first
    next: Plan | None  # when to practise again; None if no attempt has ended
    next_twist: str | None = None  # the twist to practise then; None for the plain task
    trouble: str = ""  # what could not be read of the journal; empty if all could

    @property
    def best(self) -> Bests:
        """The bests of the task of the last attempt."""
        return self.bests[self.attempts[-1].task] if self.attempts else Bests()

    def is_best(self, attempt: Attempt) -> bool:
        """Whether an attempt is the personal best of its task."""
        return attempt is self.bests[attempt.task].attempt

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
                "seconds": None if best.attempt is None else _rounded(best.attempt.seconds),
                "sum_of_best_segments": _rounded(best.sum) if best.sum is not None else None,
                "segments": [
                    {"steps": [s for s in self.steps if s in group], "seconds": _rounded(seconds)}
                    for group, seconds in segments
                ],
            },
            "bests": [_best(task, found.attempt) for task, found in self.bests.items() if found.attempt],
            "habits": [vars(habit) for habit in self.habits],
            "next": self._next(),
            "trouble": self.trouble,
        }

    def _next(self) -> dict[str, Any] | None:
        if self.next is None:
            return None
        return {"days": self.next.days, "due": str(self.next.due), "twist": self.next_twist}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table; a step's column has the seconds from the beginning to its first pass."""
        return (*COLUMNS, *self.steps)

    def table(self) -> list[dict[str, Any]]:
        """One row per attempt, for CSV; missing values are None."""
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
            "personal_best": self.is_best(attempt),
            "counts": attempt.is_timed,
            "versions": len(attempt.versions),
            "hints": attempt.hints,
            "solution_seen": attempt.solution_seen,
            "clock_set_back": attempt.set_back,
            "passed_at_once": attempt.at_once,
            "kept_version": attempt.kept,
            "forgotten": attempt.marks.forgotten,
            "notes": list(attempt.marks.notes),
            "twist": attempt.twist,
            "interview": _interview(attempt.interview),
            "splits": [
                {"steps": list(s.steps), "segment": _rounded(s.segment), "sum": _rounded(s.sum)}
                for s in attempt.splits
            ],
            "mistakes": [
                {"mistake": name, "step": step, "versions": count} for (name, step), count in attempt.mistakes
            ],
        }


def history(exercise: str, steps: Sequence[str], past: JournalRecords) -> History:
    """Derive the history from the records."""
    found = attempts(past.records, steps)
    first = min(plans(found).items(), key=lambda due: due[1].due, default=None)
    return History(
        exercise=exercise,
        steps=tuple(steps),
        attempts=found,
        bests=bests_of_each(found, steps),
        habits=_habits(found),
        next=None if first is None else first[1],
        next_twist=None if first is None else first[0],
        trouble=past.trouble,
    )


def bests_of_each(attempts: Sequence[Attempt], steps: Sequence[str]) -> dict[Task, Bests]:
    """The bests of each task that was attempted, the plain task first."""
    tasks = sorted({attempt.task for attempt in attempts}, key=lambda task: (task[0] or "", task[1]))
    same = {task: [attempt for attempt in attempts if attempt.task == task] for task in tasks}
    return {task: bests(found, found[-1].timed_steps(steps)) for task, found in same.items()}


def _best(task: Task, attempt: Attempt) -> dict[str, Any]:
    twist, is_change = task
    seconds = _rounded(attempt.seconds)
    return {"twist": twist, "second_act": is_change, "attempt": attempt.number, "seconds": seconds}


def _habits(attempts: Sequence[Attempt]) -> tuple[Habit, ...]:
    last = [attempt for attempt in attempts if attempt.runs and not attempt.marks.forgotten][-LOOKED_AT:]
    names = (dict.fromkeys(name for (name, _), _ in attempt.mistakes) for attempt in last)
    made = Counter(name for once in names for name in once)
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
        "act": 1 if interview.first is None else 2,
    }


def _rounded(seconds: float) -> float:
    return round(seconds, 3)
