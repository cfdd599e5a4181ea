"""What is remembered of practising an exercise, for the commands that read or write it."""

from contextlib import suppress

from ...kata import Kata
from ...practice import stretches
from ...practice.clock import Clock
from ...practice.interview import Standing
from ...practice.journal import Journal, JournalError, Notes
from ...practice.ladder import TOLD, Hinted
from ...practice.practice import Practice
from ...submission import Submission
from ...verdict import Verdict
from . import places


def practice_of(kata: Kata, clock: Clock, *, written: bool = True) -> Practice:
    """The practising of this exercise, with its journal beside it; else one that leaves no trace."""
    journal = Journal(places.journal_folder(kata.exercise), clock) if written else Notes(clock)
    return Practice(kata.name, kata.exercise, kata.stub, kata.to_write, journal, kata.twist, kata.brief_stub)


def copy_before(practice: Practice, standing: Standing) -> str:
    """The copy of what was in the exercise before an interview, as it is shown; empty where nothing was."""
    return "" if standing.saved is None else places.shown(practice.journal.folder / standing.saved)


def twist_of(kata: Kata, clock: Clock) -> str | None:
    """The twist that the file of the exercise was laid out with; none for the plain task."""
    known = {twist.name for twist in kata.declaration.twists()}
    named = stretches.twist_laid_out(practice_of(kata, clock).past().records)
    return named if named in known else None


def remember(practice: Practice, verdict: Verdict, learners: Submission, by: str) -> None:
    """Record a grading where that can be done, and say nothing where it cannot."""
    with suppress(JournalError):
        practice.record_run(verdict, learners.source, by, learners.saved)


def remember_shown(practice: Practice, verdict: Verdict, learners: Submission, by: str) -> None:
    """Record a grading whose report is shown, with its hint, and with its fix as the solution seen."""
    with suppress(JournalError):
        run = practice.record_run(verdict, learners.source, by, learners.saved)
        first = verdict.in_full
        if first is not None and len(first.hints) >= TOLD:
            practice.record_told(Hinted(first.mistake, first.step), run.digest)
        if any(finding.fix for finding in verdict.findings):
            practice.record_solution_seen(by)
