"""Split the journal into stretches, one per attempt; see `attempts` for the rules."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Literal

from .appointment import ENDED, STARTED, TALK, moment
from .journal import JournalRecords, Record
from .runs import EVENT, GradedRun, run_in

LAID_OUT = "laid-out"
UNCHANGED = "twist-ignored"
"""The id of the mistake that code still solves the plain task instead of the twist."""
CHANGE = "second-act"
"""The `how` of a second act that keeps the file: the learner changes the code."""

StretchStart = Literal["stub", "undo", "run", "change"]


@dataclass
class Stretch:
    """The records of one attempt, as they are collected; `runs` are the gradings among them."""

    start: StretchStart
    records: list[Record] = field(default_factory=list)
    runs: list[GradedRun] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether it has passed."""
        return bool(self.runs) and self.runs[-1].passed

    @property
    def is_interview(self) -> bool:
        """Whether an interview was started in it."""
        return any(record.event == STARTED for record in self.records)

    def takes(self, record: Record) -> bool:
        """Whether a record belongs to the work on the code: before the pass, and no talk after it."""
        is_talk = self.is_interview and record.event in TALK
        return not (self.is_over or is_talk or self._is_beginning(record))

    def _is_beginning(self, record: Record) -> bool:
        """Whether a record is a grading of the code to be changed, before any change."""
        laid_out = self.records[0].facts if self.start == "change" and self.records else {}
        run = run_in(record)
        return run is not None and bool(run.digest) and run.digest == laid_out.get("digest")

    @property
    def changes(self) -> tuple[str, ...]:
        """The steps to change, if it began with the learner's own code; else empty."""
        held = self.records[0].facts.get("steps") if self.start == "change" and self.records else None
        return tuple(map(str, held)) if isinstance(held, list) else ()

    @property
    def is_empty(self) -> bool:
        """Whether it has no grading and no interview so far."""
        return not self.runs and not self.is_interview

    @property
    def begun(self) -> int:
        """The index of the record from which time counts."""
        runs = [(place, run) for place, record in enumerate(self.records) if (run := run_in(record))]
        reading = list(takewhile(lambda found: found[1].untouched, runs))
        return reading[-1][0] if reading and reading[0][0] == 0 else 0  # 0: laid out, or already written


def stretches(records: Iterable[Record]) -> list[Stretch]:
    """The stretches of all attempts, in chronological order."""
    stretches: list[Stretch] = []
    for record in records:
        run = run_in(record)
        _begin(stretches, record, run)
        if stretches and stretches[-1].takes(record):
            stretches[-1].records.append(record)
            stretches[-1].runs += [_judged(run, stretches[-1].start)] if run is not None else []
    for stretch in stretches:
        if stretch.is_interview:
            stretch.records = _by_saves(stretch.records)
    return stretches


def _judged(run: GradedRun, start: StretchStart) -> GradedRun:
    """The run as it counts: in a change of own code, a step not changed yet is todo, not a mistake."""
    unchanged = {step for name, step in run.mistakes if name == UNCHANGED} if start == "change" else set()
    steps = {step: "todo" if step in unchanged else status for step, status in run.steps.items()}
    return replace(run, steps=steps, mistakes=tuple(m for m in run.mistakes if m[1] not in unchanged))


def twist_laid_out(records: Iterable[Record], copy: str | None = None) -> str | None:
    """The twist that the file was last laid out with or, given `copy`, had when that backup was made."""
    twist = None
    for record in records:
        if record.event == LAID_OUT:
            if copy is not None and record.facts.get("saved") == copy:
                return twist
            named = record.facts.get("twist")
            twist = named if isinstance(named, str) else None
    return twist


def is_change(records: Iterable[Record]) -> bool:
    """Whether the file was last laid out for a change of the learner's own code."""
    laid_out = [record for record in records if record.event == LAID_OUT]
    return bool(laid_out) and laid_out[-1].facts.get("how") == CHANGE


def has_passed(past: JournalRecords) -> bool:
    """Whether the current attempt has passed, so that the solution can be shown without asking.

    A pass in an earlier attempt does not count: someone who practises again must not see it by accident.
    """
    passed = False
    for record in past.of(LAID_OUT, EVENT):
        passed = record.event == EVENT and (passed or record.facts.get("verdict") == "passed")
    return passed


def _by_saves(records: list[Record]) -> list[Record]:
    """The records of an interview up to the pass, each grading moved to the time of the save that it judged.

    A file may be graded long after it was saved, even after the end of the interview was recorded. A grading
    is not moved before earlier work, and not to a later time. If the clock was set back before it, it is not
    moved.
    """
    in_order: list[Record] = []
    for record in records:
        place = len(in_order)
        while place and in_order[place - 1].event == ENDED:
            place -= 1
        run = run_in(record)
        saved = None if run is None else moment(run.saved)
        since = in_order[place - 1].at if place else record.at
        if saved is None or record.at < since:
            in_order.append(record)
            continue
        at = min(max(saved, since), record.at)
        place += sum(end.at <= at for end in in_order[place:])
        in_order.insert(place, replace(record, at=at))
    passes = [place for place, record in enumerate(in_order) if (run := run_in(record)) and run.passed]
    return in_order[: passes[0] + 1] if passes else in_order


def _begin(stretches: list[Stretch], record: Record, run: GradedRun | None) -> None:
    """Add a stretch if the record begins one; in that case, drop the last one if it is empty."""
    start = _start(record, run, stretches)
    if start is None:
        return
    came_to_nothing = bool(stretches) and stretches[-1].is_empty
    if came_to_nothing:
        del stretches[-1]
    if not (start == "undo" and came_to_nothing and stretches):  # such an undo continues the attempt before
        stretches.append(Stretch(start))


def _start(record: Record, run: GradedRun | None, stretches: list[Stretch]) -> StretchStart | None:
    """The kind of attempt that the record begins; None if it begins none."""
    if record.event == LAID_OUT:
        known: dict[str, StretchStart] = {"undo": "undo", CHANGE: "change"}
        return known.get(str(record.facts.get("how")), "stub")
    if record.event == STARTED:  # the lay-out just before it has begun the attempt
        return None if stretches and stretches[-1].is_empty else "stub"
    if run is not None and run.untouched:
        return "stub" if not stretches or stretches[-1].is_over else None
    return None if stretches else "run"
