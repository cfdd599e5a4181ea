"""One exercise with its journal, as the commands read and write it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

from ..verdict import Verdict
from . import appointment, attempts, backups, interview, ladder, runs, stretches
from .attempts import Attempt
from .clock import Clock
from .interview import Ending, InterviewState
from .journal import Journal, JournalError, JournalRecords, Record
from .ladder import HintTarget, Rung
from .runs import GradedRun


@dataclass(frozen=True)
class Practice:
    """One exercise with its practice records.

    Raises:
        JournalError: by every method that records something, if the journal cannot be written.
    """

    name: str  # of the exercise
    exercise: Path  # the learner's file
    stub: str  # the text of the exercise before the learner writes in it
    steps: tuple[str, ...]  # the steps that the learner has to write, in order
    journal: Journal  # in the exercise's own journal folder
    # the twist of the task with which the stub is laid out; None for the plain task
    twist: str | None = None
    brief_stub: str = ""  # the stub for an interview with a brief task; empty if there is none

    @property
    def clock(self) -> Clock:
        """The source of the time."""
        return self.journal.clock

    @property
    def saved(self) -> Path:
        """The folder with the backups of the exercise."""
        return self.journal.folder / backups.FOLDER

    def record(self, event: str, **facts: Any) -> Record:
        """Add one record about this exercise."""
        return self.journal.append(event, exercise=self.name, **facts)

    def record_run(self, verdict: Verdict, source: str, by: str, saved_at: float | None = None) -> GradedRun:
        """Record one grading of the exercise, run for the command `by`.

        `saved_at` is when the file was saved, in seconds since 1970; None if that is not known.
        """
        copy = backups.first_equal(source, self.exercise, self.saved)
        run = replace(runs.run_of(verdict, source, by, saved_at), kept="" if copy is None else copy.name)
        self.record(runs.EVENT, **run.facts())
        return run

    def record_solution_seen(self, by: str, method: str | None = None) -> None:
        """Record that the solution was shown, all of it or one method."""
        self.record(attempts.SOLUTION_SEEN, by=by, method=method)

    def past(self) -> JournalRecords:
        """All records of this exercise."""
        past = self.journal.read()
        own = tuple(r for r in past.records if r.facts.get("exercise", self.name) == self.name)
        return JournalRecords(own, past.trouble)

    def last_run(self) -> GradedRun | None:
        """The newest grading in the journal; None if there is none."""
        return runs.last_run(self.past().records)

    def attempts(self) -> tuple[Attempt, ...]:
        """Every attempt so far, in chronological order."""
        return attempts.attempts(self.past().records, self.steps)

    def mark(self, attempt: Attempt, event: str, **facts: Any) -> None:
        """Record that an attempt no longer counts, or a note on it; see `attempts` for the events."""
        began = attempt.began.isoformat(timespec="milliseconds")
        self.record(event, attempt=attempt.number, began=began, **facts)

    def give_hint(
        self, hinted: HintTarget, digest: str, *, top: int = ladder.LAST_RUNG, hurry: bool = False
    ) -> Rung:
        """The rung of a ladder to show now; record it if it was not shown before."""
        rung = ladder.next_rung(self.past().records, hinted, self.clock.now(), top=top, hurry=hurry)
        if rung.is_new:
            self._record_rung(hinted, rung.number, digest)
        return rung

    def give_all_hints(self, hinted: HintTarget, digest: str, *, top: int = ladder.LAST_RUNG) -> None:
        """Record that all rungs of the ladder are shown, up to `top`."""
        reached, _ = ladder.reached(self.past().records, hinted)
        for number in range(reached + 1, top + 1):
            self._record_rung(hinted, number, digest)

    def record_told(self, hinted: HintTarget, digest: str) -> None:
        """Record that a report shows rung `REPORT_RUNG`, unless it was already shown for the same mistake."""
        reached, _ = ladder.reached(self.past().records, hinted)
        if reached < ladder.REPORT_RUNG:
            self._record_rung(hinted, ladder.REPORT_RUNG, digest, asked=False)

    def _record_rung(self, hinted: HintTarget, number: int, digest: str, **how: bool) -> None:
        facts = {"finding": hinted.finding, "step": hinted.step, "rung": number, "digest": digest}
        self.record(attempts.HINT, **facts, **how)

    def is_fresh(self) -> bool:
        """Whether the exercise is an unchanged stub, so that there is nothing to back up."""
        return self._stub_there() is not None

    def _stub_there(self) -> bytes | None:
        """The stub that the exercise's file contains; None if it contains anything else."""
        try:
            held = self.exercise.read_bytes()
        except OSError:
            return None
        stubs = [stub.encode() for stub in (self.stub, self.brief_stub) if stub]
        return held if held in stubs else None

    def lay_out(self, how: str, *, is_brief: bool = False) -> Path | None:
        """Replace the exercise with the stub, for a reset or an interview; this begins an attempt.

        Returns:
            The backup of the old file; None if there was nothing to keep.

        Raises:
            SavedError: if the file cannot be replaced; nothing was changed.
            JournalError: if the file was replaced, but that cannot be recorded.
        """
        stub = self.brief_stub if is_brief else self.stub
        return self._put(stub.encode(), how, self.twist)

    def start_interview(
        self,
        minutes: int,
        seed: int | None = None,
        *,
        is_open: bool = False,
        is_brief: bool = False,
        second_act: bool = False,
    ) -> None:
        """Lay out the stub, and start an interview of `minutes` minutes; see `InterviewState` for options.

        `seed` is the one that the twist was drawn with; None if it was not drawn.

        Raises:
            SavedError, JournalError: as for `lay_out`.
        """
        kept = self.lay_out("interview", is_brief=is_brief)
        deadline = self.clock.now() + timedelta(minutes=minutes)
        chosen = {"open": is_open, "brief": is_brief, "second_act": second_act}
        self.record_start(self.new_name(), minutes, deadline, kept, chosen, seed=seed)

    def record_start(
        self,
        name: str,
        minutes: float,
        deadline: datetime,
        kept: Path | None,
        chosen: Mapping[str, bool],
        **facts: Any,
    ) -> None:
        """Record the start of an interview with the id `name`; of the options, those that were `chosen`.

        `kept` is the backup of the file from before; None if there is none.
        """
        self.record(
            appointment.STARTED,
            interview=name,
            minutes=minutes,
            twist=self.twist,
            deadline=deadline.isoformat(timespec="milliseconds"),
            saved=self.beside_journal(kept),
            **facts,
            **{option: True for option, is_chosen in chosen.items() if is_chosen},
        )

    @staticmethod
    def beside_journal(copy: Path | None) -> str | None:
        """The path of a backup as records hold it, relative to the journal's folder."""
        return None if copy is None else f"{backups.FOLDER}/{copy.name}"

    def new_name(self) -> str:
        """A new id for an interview that begins now."""
        return f"{self.clock.now():%Y%m%dT%H%M%SZ}-{token_hex(2)}"

    def interview(self, name: str) -> InterviewState | None:
        """The state of the interview with the id `name`; None if there is none."""
        return interview.state_of(self.past().records, self.steps, self.clock.now(), name)

    def last_interview(self) -> InterviewState | None:
        """The state of the last interview; None if there has been none."""
        return interview.state_of(self.past().records, self.steps, self.clock.now())

    def running_interview(self) -> InterviewState | None:
        """The running interview; None if none is running."""
        last = self.last_interview()
        return last if last is not None and last.how is None else None

    def record_asked(self, name: str, question: str) -> None:
        """Record that a question about the task was asked in the interview with the id `name`."""
        self.record(appointment.ASKED, interview=name, question=question)

    def end_interview(self, name: str, how: Ending) -> None:
        """Record how an interview ended."""
        self.record(appointment.ENDED, interview=name, how=how)

    def bring_back(self, copy: Path) -> Path | None:
        """Replace the exercise with a backup, and back up the replaced file as `lay_out` does.

        Raises:
            SavedError, JournalError: as for `lay_out`.
        """
        records = self.past().records
        twist = stretches.twist_laid_out(records, f"{backups.FOLDER}/{copy.name}")
        return self._put(backups.content_of(copy), "undo", twist)

    def _put(self, content: bytes, how: str, twist: str | None) -> Path | None:
        now, worthless = self.clock.now(), self._stub_there() or self.stub.encode()
        kept = backups.put(content, self.exercise, self.saved, now, worthless)
        try:
            self.record(stretches.LAID_OUT, how=how, saved=self.beside_journal(kept), twist=twist)
        except JournalError as error:
            where = "" if kept is None else f", and your earlier code is backed up: {kept}"
            raise JournalError(f"The file was replaced{where}. But {error}") from None
        return kept
