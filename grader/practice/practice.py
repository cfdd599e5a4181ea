"""The practising of one exercise: its journal, and what the commands ask of it and write to it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..verdict import Verdict
from . import attempts, runs
from .attempts import Attempt
from .clock import Clock
from .journal import Journal, Past, Record
from .runs import Run


@dataclass(frozen=True)
class Practice:
    """One exercise with what is remembered of it.

    Attributes:
        name: of the exercise.
        exercise: the learner's file.
        stub: the text of the exercise before anybody has written in it.
        steps: those that are the learner's to write, in order.
        journal: beside the exercise; exercises in one folder share it.
    """

    name: str
    exercise: Path
    stub: str
    steps: tuple[str, ...]
    journal: Journal

    @property
    def clock(self) -> Clock:
        """Where the time comes from."""
        return self.journal.clock

    def record(self, event: str, **facts: Any) -> Record:
        """Add one record about this exercise.

        Raises:
            JournalError: if it cannot be kept.
        """
        return self.journal.append(event, exercise=self.name, **facts)

    def record_run(self, verdict: Verdict, source: str, by: str) -> Run:
        """Remember one grading of the exercise, asked for by a command.

        Raises:
            JournalError: if it cannot be kept.
        """
        run = runs.run_of(verdict, source, by)
        self.record(runs.EVENT, **run.facts())
        return run

    def record_solution_seen(self, by: str, method: str | None = None) -> None:
        """Remember that the solution was shown, all of it or one method.

        Raises:
            JournalError: if it cannot be kept.
        """
        self.record(attempts.SOLUTION_SEEN, by=by, method=method)

    def past(self) -> Past:
        """All that is remembered of this exercise."""
        past = self.journal.read()
        own = tuple(r for r in past.records if r.facts.get("exercise", self.name) == self.name)
        return Past(own, past.trouble)

    def attempts(self) -> tuple[Attempt, ...]:
        """Every attempt so far, the first one first."""
        return attempts.attempts(self.past().records, self.steps)

    def has_passed(self) -> bool:
        """Whether the exercise was ever graded as passed."""
        found = (runs.run_in(record) for record in self.past().records)
        return any(run is not None and run.passed for run in found)
