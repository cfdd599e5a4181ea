"""Derive the attempts from the journal: when each began, its splits, and how it ended.

An attempt begins when a stub is laid out; or with the very first record; or with the first run on an
untouched stub after a pass. If it begins with a run on an untouched stub, time counts from the last such run
before anything was written: looking and reading are not counted. It lasts until the first pass, or until the
next attempt begins. Records between a pass and the next attempt belong to neither. An attempt in which
nothing was graded is dropped, unless it was an interview.

Times are differences of wall-clock times. If the clock was set back between two records, the time between
them counts as 0: no split is ever negative, and the attempt is marked as having times that are too short.

The learner can mark an attempt, to forget it or with notes; that removes nothing from the journal:

    {"v": 1, "at": ..., "event": "attempt-noted", "attempt": 3, "began": ..., "text": "at the office"}

The time of its first record (`began`) identifies the attempt; its number is for people who read the journal.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate, pairwise
from typing import Literal

from .appointment import ENDED, Interview, interview_in
from .backups import kept_at
from .journal import Record
from .runs import GradedRun, MistakeInStep, run_in
from .stretches import Stretch, StretchStart, stretches, twist_laid_out

HINT, SOLUTION_SEEN = "hint", "solution-seen"
FORGOTTEN, NOTED = "attempt-forgotten", "attempt-noted"
SET_BACK_SECONDS = 1.0

Outcome = Literal["passed", "late", "left", "open"]
Task = tuple[str | None, bool]


@dataclass(frozen=True)
class Marks:
    """The marks on one attempt."""

    forgotten: bool = False  # whether it no longer counts
    notes: tuple[str, ...] = ()  # in chronological order


NONE = Marks()


@dataclass(frozen=True)
class Split:
    """The steps that passed for the first time in one run, and when."""

    steps: tuple[str, ...]  # at least one, in the order of the exercise
    segment: float  # seconds since the split before it, or since the beginning; never negative
    sum: float  # seconds since the beginning


@dataclass(frozen=True)
class Attempt:
    """One attempt at the exercise."""

    number: int  # 1 for the first one
    # what it began with: a fresh stub; an older file that was restored; a file that already had code, so the
    # time is not known; or, in a second act, the learner's own code
    start: StretchStart
    started: datetime  # when its time began to count, timezone-aware
    # when it passed or, if it was left, the time of its last record; None while it is open
    ended: datetime | None
    # from the beginning to the pass or, without a pass, to the last record; for an interview, at most its
    # length
    seconds: float
    outcome: Outcome  # passed in time, passed after the deadline, left for another attempt, or still open
    runs: tuple[GradedRun, ...]  # its gradings in order, including those by `hint`
    splits: tuple[Split, ...]  # in chronological order
    # the different rungs of hints that were shown, in order: the mistake's id, its step, the rung
    rungs: tuple[tuple[str, str, str], ...]
    solution_seen: bool  # whether the solution was shown before it passed
    # each mistake (id and step) with the number of code versions that had it, the commonest first
    mistakes: tuple[tuple[MistakeInStep, int], ...]
    interview: Interview | None  # the interview that it was; None if it was none
    set_back: bool  # whether the clock was set back during it, so that its times are too short
    began: datetime  # the time of its first record, which identifies it
    at_once: bool  # whether the first graded version passed; never for a change of own code
    kept: bool  # whether a graded version equals a backup made before it began
    marks: Marks = NONE  # the learner's marks: notes, or that it is forgotten
    twist: str | None = None  # the twist of the task that was laid out; None for the plain task
    # the steps to change, if it began with the learner's own code; else empty
    changes: tuple[str, ...] = ()

    @property
    def task(self) -> Task:
        """The kind of task, within which times are compared: the twist, and whether it changed own code."""
        return self.twist, self.start == "change"

    def timed_steps(self, steps: Sequence[str]) -> tuple[str, ...]:
        """The steps of the exercise that count as splits: the changed ones, or all."""
        return self.changes or tuple(steps)

    @property
    def passed(self) -> bool:
        """Whether it passed, in time or late."""
        return self.outcome in ("passed", "late")

    @property
    def hints(self) -> int:
        """The number of different rungs of hints that were shown."""
        return len(self.rungs)

    def hints_on(self, step: str) -> int:
        """The same, for one step."""
        return sum(one == step for _, one, _ in self.rungs)

    @property
    def is_under_way(self) -> bool:
        """Whether the learner may still be working on it: not passed, not left, no interview that is over."""
        return self.outcome == "open" and (self.interview is None or self.interview.how is None)

    @property
    def is_timed(self) -> bool:
        """Whether its times can be compared: start and times are known, nothing was copied or forgotten."""
        is_copied = self.solution_seen or self.kept or self.at_once
        return self.start in ("stub", "change") and not (is_copied or self.set_back or self.marks.forgotten)

    @property
    def versions(self) -> tuple[GradedRun, ...]:
        """The runs, without those that graded the same code as the run before."""
        return _versions(self.runs)

    def split_of(self, step: str) -> Split | None:
        """The split in which a step passed for the first time; None if it has not passed."""
        return next((split for split in self.splits if step in split.steps), None)

    def tries(self, step: str) -> int:
        """The number of code versions in which this step was judged, up to its first pass; 0 for none yet."""
        judged = [run.steps[step] for run in self.versions if run.steps.get(step) in ("passed", "failed")]
        return judged.index("passed") + 1 if "passed" in judged else len(judged)


def attempts(records: Iterable[Record], steps: Sequence[str]) -> tuple[Attempt, ...]:
    """All attempts in the records of one exercise, in chronological order.

    `steps` are the steps that the learner has to write, in order; the first pass of each is a split.
    """
    records = tuple(records)
    found, marks = stretches(r for r in records if r.event not in (FORGOTTEN, NOTED)), marks_in(records)
    ends = {str(r.facts.get("interview")): str(r.facts.get("how")) for r in records if r.event == ENDED}
    return tuple(
        _attempt(number, stretch, tuple(steps), ends, marks, is_last=number == len(found))
        for number, stretch in enumerate(found, 1)
    )


def _attempt(
    number: int, stretch: Stretch, steps: tuple[str, ...], ends: Mapping[str, str],
    marks: Mapping[datetime, Marks], *, is_last: bool,
) -> Attempt:  # fmt: skip
    elapsed, set_back = _elapsed(stretch.records, stretch.begun)
    interview = interview_in(stretch.records, ends)
    splits = _splits(stretch.records, elapsed, stretch.changes or steps)
    ended = stretch.records[-1].at
    is_late = interview is not None and interview.deadline is not None and ended > interview.deadline
    outcome: Outcome = "open" if is_last else "left"
    if stretch.is_over:
        outcome = "late" if is_late else "passed"
    return Attempt(
        number=number,
        start=stretch.start,
        started=stretch.records[stretch.begun].at,
        ended=None if outcome == "open" else ended,
        seconds=elapsed[-1] if stretch.is_over else _spent(elapsed[-1], splits, interview),
        outcome=outcome,
        runs=tuple(stretch.runs),
        splits=splits,
        rungs=_rungs(stretch.records),
        solution_seen=any(record.event == SOLUTION_SEEN for record in stretch.records),
        mistakes=_mistakes(stretch.runs),
        interview=interview,
        set_back=set_back,
        began=stretch.records[0].at,
        at_once=_passed_at_once(stretch),
        kept=_held_a_kept_version(stretch),
        marks=marks.get(stretch.records[0].at, NONE),
        twist=twist_laid_out(stretch.records),
        changes=stretch.changes,
    )


def _passed_at_once(stretch: Stretch) -> bool:
    """Whether the first version passed; False for a change of own code, where that proves nothing."""
    first = next((run for run in stretch.runs if not run.untouched), None)
    return stretch.start != "change" and first is not None and first.passed


def _held_a_kept_version(stretch: Stretch) -> bool:
    """Whether graded code equals a backup from before the attempt; later backups are the attempt's own."""
    moments = [kept_at(run.kept) for run in stretch.runs if not run.untouched]
    return any(moment is not None and moment <= stretch.records[0].at for moment in moments)


def _spent(elapsed: float, splits: tuple[Split, ...], interview: Interview | None) -> float:
    """The time of an attempt without a pass; an interview counts at most its length, or its last split."""
    if interview is None:
        return elapsed
    return max(min(elapsed, interview.seconds), splits[-1].sum if splits else 0.0)


def _rungs(records: Sequence[Record]) -> tuple[tuple[str, str, str], ...]:
    shown = [record.facts for record in records if record.event == HINT]
    named = [(str(f.get("finding")), str(f.get("step")), str(f.get("rung"))) for f in shown]
    return tuple(dict.fromkeys(named))


def _elapsed(records: Sequence[Record], begun: int) -> tuple[list[float], bool]:
    """The seconds from record `begun` to each record, and whether the clock was set back after it."""
    gaps = [(later.at - earlier.at).total_seconds() for earlier, later in pairwise(records[begun:])]
    elapsed = [0.0] * begun + list(accumulate((max(gap, 0.0) for gap in gaps), initial=0.0))
    return elapsed, any(gap < -SET_BACK_SECONDS for gap in gaps)


def _splits(records: Sequence[Record], elapsed: Sequence[float], steps: tuple[str, ...]) -> tuple[Split, ...]:
    splits: list[Split] = []
    missing, before = steps, 0.0
    for record, at in zip(records, elapsed, strict=True):
        run = run_in(record)
        passed = tuple(step for step in missing if run is not None and run.steps.get(step) == "passed")
        if passed:
            splits.append(Split(passed, at - before, at))
            missing, before = tuple(step for step in missing if step not in passed), at
    return tuple(splits)


def _mistakes(runs: Sequence[GradedRun]) -> tuple[tuple[MistakeInStep, int], ...]:
    made = Counter(named for run in _versions(runs) for named in dict.fromkeys(run.mistakes))
    return tuple(made.most_common())


def _versions(runs: Sequence[GradedRun]) -> tuple[GradedRun, ...]:
    before = ["", *(run.digest for run in runs)]
    return tuple(run for run, digest in zip(runs, before, strict=False) if not digest or run.digest != digest)


def marks_in(records: Iterable[Record]) -> dict[datetime, Marks]:
    """The marks on each attempt, by the time of its first record."""
    records = tuple(records)
    moments = {record.at.isoformat(timespec="milliseconds"): record.at for record in reversed(records)}
    marks: dict[datetime, Marks] = {}
    for record in records:
        began = record.facts.get("began")
        at = moments.get(began) if isinstance(began, str) else None
        if at is None:
            continue
        before, text = marks.get(at, NONE), record.facts.get("text")
        if record.event == FORGOTTEN:
            marks[at] = replace(before, forgotten=True)
        elif record.event == NOTED and isinstance(text, str):
            marks[at] = replace(before, notes=(*before.notes, text))
    return marks
