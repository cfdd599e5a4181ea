"""The practice records of an exercise, as the commands read and write them."""

from contextlib import suppress

from ...kata import Kata, find_kata
from ...practice import stretches
from ...practice.clock import Clock
from ...practice.interview import InterviewState
from ...practice.journal import Journal, JournalError, Notes
from ...practice.ladder import REPORT_RUNG, HintTarget
from ...practice.practice import Practice
from ...practice.runs import digest
from ...submission import Submission
from ...verdict import Verdict
from . import typed_paths


def practice_of(kata: Kata, clock: Clock, *, written: bool = True) -> Practice:
    """The practice records of this exercise; if not `written`, they are kept in memory only."""
    journal = Journal(typed_paths.journal_folder(kata.exercise_path), clock) if written else Notes(clock)
    return Practice(
        kata.name, kata.exercise_path, kata.stub, kata.to_write, journal, kata.twist, kata.brief_stub
    )


def copy_before(practice: Practice, state: InterviewState) -> str:
    """The path, as shown, of the copy that was kept before an interview; empty if there is none."""
    return "" if state.saved is None else typed_paths.shown(practice.journal.folder / state.saved)


def twist_of(kata: Kata, clock: Clock) -> str | None:
    """The twist that the exercise's file was laid out with; None for the plain task.

    A file with the docstrings of the plain stub has the plain task, also if `git checkout` put it there. This
    does not hold during an interview, or in a second act that changes the learner's own code.
    """
    practice = practice_of(kata, clock)
    records = practice.past().records
    named = stretches.twist_laid_out(records)
    twist = next((one for one in kata.declaration.twists() if one.name == named), None)
    if twist is None:
        return None
    try:
        held = practice.exercise.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return named
    is_own_code = stretches.is_change(records) and held != kata.stub
    docstrings = kata.stub.split('"""')[1::2]
    changed = [text for text in docstrings if any(passage in text for passage in twist.says)]
    is_plain = all(_words(text) in _words(held) for text in changed)  # in full: a twist may only add to them
    return None if is_plain and not is_own_code and practice.running_interview() is None else named


def _words(text: str) -> str:
    return " ".join(text.split())


def _end_twist(practice: Practice) -> None:
    """Record that the plain stub was put in place of that of a twist, without `reset`."""
    laid_out = stretches.twist_laid_out(practice.past().records)
    if practice.twist is None and laid_out and twist_of(find_kata(practice.name), practice.clock) is None:
        practice.record(stretches.LAID_OUT, how="found", saved=None, twist=None)


def remember(practice: Practice, verdict: Verdict, learners: Submission, by: str) -> None:
    """Record a grading; if the journal cannot be written, ignore that."""
    with suppress(JournalError):
        _end_twist(practice)
        practice.record_run(verdict, learners.source, by, learners.saved)


def remember_shown(practice: Practice, verdict: Verdict, learners: Submission, by: str) -> None:
    """Record a grading whose report is shown, and its hint; a fix in it counts as the solution seen."""
    remember(practice, verdict, learners, by)
    first = verdict.in_full
    if first is not None and len(first.hints) >= REPORT_RUNG:
        with suppress(JournalError):
            practice.record_told(HintTarget(first.mistake, first.step), digest(learners.source))
    if any(finding.fix for finding in verdict.findings):
        remember_fix(practice, by)


def remember_fix(practice: Practice, by: str) -> None:
    """Record that a fix is shown, which counts as the solution seen."""
    with suppress(JournalError):
        practice.record_solution_seen(by)
