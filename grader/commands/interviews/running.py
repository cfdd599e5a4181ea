"""Run an interview: watch its acts one after the other or, without a terminal, grade once."""

import sys
from functools import partial

from ...grading import grade
from ...practice.interview import InterviewState
from ...practice.journal import JournalError
from ...report import interview
from ...report.task import Task, announced
from ...submission import Submission
from ...terminal.screen import Bell, Screen
from ...verdict import GIVEN, Verdict
from ...watching import loop
from ...watching.grading_thread import PreparedGrader
from ..shared import asking, streams, target, typed_paths
from . import acts
from .acts import Parts
from .concluding import conclude
from .screen import InterviewSession


def go_on(parts: Parts, *, quiet: bool = False) -> int:
    """Continue an interview, or conclude it if it is over; return the exit status."""
    at_a_terminal = asking.at_a_terminal()
    if parts[-1].state.awaits_second and (second := acts.begin(parts[-1])) is not None:
        parts = (parts[-1].by_now(), second)
        _announce(parts)
        if not at_a_terminal:
            streams.show(lambda page: interview.how_to_go_on(page, second.kata.name))
            return 0
    state = parts[-1].state
    if state.how is not None and not (state.is_polishing and at_a_terminal):
        return conclude(parts)
    return _watch(parts, quiet=quiet) if at_a_terminal else _once(parts)


def _announce(parts: Parts) -> None:
    """Say how the first act ended, and what the second one asks for."""
    task = _task(parts)
    assert task is not None
    streams.write("\n")
    streams.show(lambda page: announced(page, task, keys=asking.at_a_terminal()))


def _task(parts: Parts) -> Task | None:
    """The task of the last act if that is the second one; else None."""
    return parts[-1].task(interview.ending(parts[0].state))


def _watch(parts: Parts, *, quiet: bool) -> int:
    """Grade at every save until the interview is over, or the learner leaves while the clock runs."""
    typed_paths.stand_somewhere()
    with Bell(sys.stdout, quiet=quiet) as bell:
        while True:
            session = _one_act(parts, bell)
            if session.goes_on_with is None:
                break
            parts = (parts[-1].by_now(), session.goes_on_with)
            bell.tell(interview.title(parts[-1].kata.name, parts[-1].state.left), True)
            _announce(parts)
        if not session.concludes:
            return 0
        Screen(sys.stdout).open()  # the keys of the screen before work no longer
        return conclude((*parts[:-1], acts.Part(parts[-1].kata, parts[-1].practice, session.state)))


def _one_act(parts: Parts, bell: Bell) -> InterviewSession:
    """Watch one act until it is over or the learner leaves; return the session."""
    part = parts[-1]
    kata, practice = part.kata, part.practice
    learners = target.read(kata, None)
    begin, task = partial(acts.begin, part), _task(parts)
    session = InterviewSession(kata, practice, part.state, learners.path, bell.tell, begin, task)
    again = partial(target.read, kata, None)
    try:
        loop.run(session, learners.filename, again, PreparedGrader(kata), practice.clock)
    finally:
        if not session.concludes and session.goes_on_with is None:
            streams.show(lambda page: interview.left_alone(page, kata.name, session.by_now()))
    return session


def _once(parts: Parts) -> int:
    """Grade the exercise without a terminal, and conclude the interview if that ends it."""
    part = parts[-1]
    learners = target.read(part.kata, None)
    typed_paths.stand_somewhere()
    now = _record_run(part, learners, grade(part.kata, learners))
    if now.how is not None:
        return go_on((*parts[:-1], acts.Part(part.kata, part.practice, now)))
    streams.show(lambda page: interview.how_to_go_on(page, part.kata.name))
    return 1


def show_run(part: acts.Part, learners: Submission, verdict: Verdict) -> int:
    """Show what `check` says during an interview: no hints, and no questions yet."""
    now = _record_run(part, learners, verdict)
    if now.how is None:
        streams.show(lambda page: interview.how_to_go_on(page, part.kata.name))
    else:
        streams.show(lambda page: interview.status(page, part.kata.name, now, part.practice.steps))
    return 0 if now.attempt.passed else 1


def _record_run(part: acts.Part, learners: Submission, verdict: Verdict) -> InterviewState:
    """Record a grading and, if the interview goes on, show the result; return the new state."""
    try:
        part.practice.record_run(verdict, learners.source, "interview", learners.saved)
    except JournalError as error:
        streams.tell(str(error))
    now = part.practice.last_interview() or part.state
    if now.how is None:
        page = streams.page()
        interview.status_row(page, now, [step.name for step in verdict.steps if step.name != GIVEN])
        interview.seen(page, verdict, part.kata.catalogue, learners.lines)
        streams.put(page)
    return now
