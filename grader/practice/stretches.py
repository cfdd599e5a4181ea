"""Where one attempt ends in the journal and the next begins; see `attempts` for the rules."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Literal

from .appointment import ENDED, STARTED, TALK, moment
from .journal import Past, Record
from .runs import EVENT, Run, run_in

LAID_OUT = "laid-out"
UNCHANGED = "twist-ignored"
"""The mistake of code that solves the plain task."""
CHANGE = "second-act"
"""How a file is laid out that stays as it is: the learner's own code, to be changed for a second act."""

Start = Literal["stub", "undo", "run", "change"]


@dataclass
class Stretch:
    """The records of one attempt, while they are gathered; the runs are those among them."""

    start: Start
    records: list[Record] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether it has come to its pass."""
        return bool(self.runs) and self.runs[-1].passed

    @property
    def is_interview(self) -> bool:
        """Whether an interview was started in it."""
        return any(record.event == STARTED for record in self.records)

    def takes(self, record: Record) -> bool:
        """Whether a record tells of the work on the code, and not of the talk after it."""
        is_talk = self.is_interview and record.event in TALK
        return not (self.is_over or is_talk or self._is_beginning(record))

    def _is_beginning(self, record: Record) -> bool:
        """Whether a record is a grading of the code that is to be changed, before anything was changed."""
        laid_out = self.records[0].facts if self.start == "change" and self.records else {}
        run = run_in(record)
        return run is not None and bool(run.digest) and run.digest == laid_out.get("digest")

    @property
    def changes(self) -> tuple[str, ...]:
        """The steps that are to be changed, where it began with the learner's own code."""
        held = self.records[0].facts.get("steps") if self.start == "change" and self.records else None
        return tuple(map(str, held)) if isinstance(held, list) else ()

    @property
    def is_empty(self) -> bool:
        """Whether it has come to nothing so far."""
        return not self.runs and not self.is_interview

    @property
    def begun(self) -> int:
        """The place of the record from which on time counts."""
        runs = [(place, run) for place, record in enumerate(self.records) if (run := run_in(record))]
        reading = list(takewhile(lambda found: found[1].untouched, runs))
        return reading[-1][0] if reading and reading[0][0] == 0 else 0  # else it was laid out, or written in


def stretches(records: Iterable[Record]) -> list[Stretch]:
    """What the records tell of each attempt, the first one first."""
    found: list[Stretch] = []
    for record in records:
        run = run_in(record)
        _begin(found, record, run)
        if found and found[-1].takes(record):
            found[-1].records.append(record)
            found[-1].runs += [_judged(run, found[-1].start)] if run is not None else []
    for stretch in found:
        if stretch.is_interview:
            stretch.records = _by_saves(stretch.records)
    return found


def _judged(run: Run, start: Start) -> Run:
    """A run; where code is to be changed, a step that was not changed yet is to do, and no mistake."""
    unchanged = {step for name, step in run.mistakes if name == UNCHANGED} if start == "change" else set()
    steps = {step: "todo" if step in unchanged else status for step, status in run.steps.items()}
    return replace(run, steps=steps, mistakes=tuple(m for m in run.mistakes if m[1] not in unchanged))


def twist_laid_out(records: Iterable[Record], copy: str | None = None) -> str | None:
    """The twist that the file was laid out with last, or that it had when a copy of it was kept."""
    twist = None
    for record in records:
        if record.event == LAID_OUT:
            if copy is not None and record.facts.get("saved") == copy:
                return twist
            named = record.facts.get("twist")
            twist = named if isinstance(named, str) else None
    return twist


def has_passed(past: Past) -> bool:
    """Whether the present attempt has come to its first pass, so that the solution needs no question.

    That of an earlier one does not count: whoever practises again does not want to see it by accident.
    """
    passed = False
    for record in past.of(LAID_OUT, EVENT):
        passed = record.event == EVENT and (passed or record.facts.get("verdict") == "passed")
    return passed


def _by_saves(records: list[Record]) -> list[Record]:
    """The records of an interview, each grading at the moment of the save that it judged, up to the pass.

    A file may be graded long after it was saved, and after the end of the interview was recorded. A save is
    never put before the work that was recorded ahead of it, nor behind its grading; and a grading of which
    the clock shows that it was set back stays where it is.
    """
    told: list[Record] = []
    for record in records:
        place = len(told)
        while place and told[place - 1].event == ENDED:
            place -= 1
        run = run_in(record)
        saved = None if run is None else moment(run.saved)
        since = told[place - 1].at if place else record.at
        if saved is None or record.at < since:
            told.append(record)
            continue
        at = min(max(saved, since), record.at)
        place += sum(end.at <= at for end in told[place:])
        told.insert(place, replace(record, at=at))
    passes = [place for place, record in enumerate(told) if (run := run_in(record)) and run.passed]
    return told[: passes[0] + 1] if passes else told


def _begin(found: list[Stretch], record: Record, run: Run | None) -> None:
    """Add a stretch if the record begins one; take away the last one if that came to nothing."""
    start = _start(record, run, found)
    if start is None:
        return
    came_to_nothing = bool(found) and found[-1].is_empty
    if came_to_nothing:
        del found[-1]
    if not (start == "undo" and came_to_nothing and found):  # else the attempt before the lay-out goes on
        found.append(Stretch(start))


def _start(record: Record, run: Run | None, found: list[Stretch]) -> Start | None:
    """What kind of attempt the record begins; none where it begins none."""
    if record.event == LAID_OUT:
        known: dict[str, Start] = {"undo": "undo", CHANGE: "change"}
        return known.get(str(record.facts.get("how")), "stub")
    if record.event == STARTED:  # its stub was laid out right before
        return None if found and found[-1].is_empty else "stub"
    if run is not None and run.untouched:
        return "stub" if not found or found[-1].is_over else None
    return None if found else "run"
