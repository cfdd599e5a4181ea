"""The practice records of an exercise, as the commands read and write them."""

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
from . import typed_paths


def practice_of(kata: Kata, clock: Clock, *, written: bool = True) -> Practice:
    """The practice records of this exercise; if not `written`, they are kept in memory only."""
    journal = Journal(typed_paths.journal_folder(kata.exercise), clock) if written else Notes(clock)
    return Practice(kata.name, kata.exercise, kata.stub, kata.to_write, journal, kata.twist, kata.brief_stub)


def copy_before(practice: Practice, standing: Standing) -> str:
    """The path, as shown, of the copy that was kept before an interview; empty if there is none."""
    return "" if standing.saved is None else typed_paths.shown(practice.journal.folder / standing.saved)


def twist_of(kata: Kata, clock: Clock) -> str | None:
    """The twist that the exercise's file was laid out with; None for the plain task."""
    known = {twist.name for twist in kata.declaration.twists()}
    named = stretches.twist_laid_out(practice_of(kata, clock).past().records)
    return named if named in known else None


def remember(practice: Practice, verdict: Verdict, learners: Submission, by: str) -> None:
    """Record a grading; if the journal cannot be written, ignore that."""
    with suppress(JournalError):
        practice.record_run(verdict, learners.source, by, learners.saved)


def remember_shown(practice: Practice, verdict: Verdict, learners: Submission, by: str) -> None:
    """Record a grading whose report is shown, and its hint; a fix in it counts as the solution seen."""
    with suppress(JournalError):
        run = practice.record_run(verdict, learners.source, by, learners.saved)
        first = verdict.in_full
        if first is not None and len(first.hints) >= TOLD:
            practice.record_told(Hinted(first.mistake, first.step), run.digest)
    if any(finding.fix for finding in verdict.findings):
        remember_fix(practice, by)


def remember_fix(practice: Practice, by: str) -> None:
    """Record that a fix is shown, which counts as the solution seen."""
    with suppress(JournalError):
        practice.record_solution_seen(by)
