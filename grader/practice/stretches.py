"""Where one attempt ends in the journal and the next begins; see `attempts` for the rules."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal

from .appointment import ANSWER, DEBRIEFED, STARTED
from .journal import Record
from .runs import Run, run_in

LAID_OUT = "laid-out"

Start = Literal["stub", "undo", "run"]


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
        is_talk = self.is_interview and record.event in (DEBRIEFED, ANSWER)
        return not self.is_over and not is_talk

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
            found[-1].runs += [run] if run is not None else []
    return found


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
        return "undo" if record.facts.get("how") == "undo" else "stub"
    if record.event == STARTED:  # its stub was laid out right before
        return None if found and found[-1].is_empty else "stub"
    if run is not None and run.untouched:
        return "stub" if not found or found[-1].is_over else None
    return None if found else "run"
