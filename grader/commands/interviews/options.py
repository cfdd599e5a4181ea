"""The options of `interview` for one that has begun: --status, --ask, --end, --abandon and --debrief."""

import sys

from ...command_line import command
from ...kata import Kata
from ...practice.briefs import asked_in
from ...practice.interview import InterviewState
from ...practice.practice import Practice
from ...report import interview, task
from ...submission import UsageError
from ...terminal.keys import END_OF_FILE, Keys
from ...terminal.screen import Screen, is_there
from ...terminal.signals import Signals
from ..shared import asking, practice_records, streams, typed_paths
from .acts import Parts
from .concluding import conclude, show_debrief

TICK_SECONDS = 0.2
LEAVES = ("q", END_OF_FILE)


def status(practice: Practice, *, follow: bool) -> None:
    """Print the state; with `follow` and a terminal, first keep it on one row until the interview ends."""
    state = practice.last_interview()
    if follow and is_there() and state is not None and state.how is None:
        state = _follow(practice, state)
    streams.show(lambda page: interview.status(page, practice.name, state, practice.steps))


def _follow(practice: Practice, state: InterviewState) -> InterviewState:
    """Update the row until the interview ends or the user leaves; return the last state."""
    screen, name = Screen(sys.stdout), state.id
    with Signals() as signals, Keys(sys.stdin) as keys:
        try:
            while not signals.end and not any(key in LEAVES for key in keys.pressed()):
                signals.check()
                last = practice.last_interview()
                if last is None or last.id != name or last.how is not None:
                    return last or state
                state, page = last, screen.page()
                interview.status_row(page, state, practice.steps)
                screen.draw_foot(page)
                practice.clock.sleep(TICK_SECONDS)
        finally:
            screen.leave()
    return state


def ask(kata: Kata, practice: Practice, last: InterviewState | None, number: int) -> int:
    """Do what `--ask` wants: answer question `number` or, for 0, list the questions; return the exit status.

    Raises:
        UsageError: if no interview with a brief task is running, or there is no such question.
    """
    brief = kata.brief
    if brief is None or last is None or last.how is not None or not last.is_brief:
        start = command(kata.name, "interview", "--brief")
        raise UsageError(f"No interview with a brief task is running. To start one: {start}")
    points, asked = brief.mixed(last.id), asked_in(practice.past().records, last.id)
    typed = command(kata.name, "interview", "--ask", "N")
    if number > len(points):
        raise UsageError(f"There is no question {number}; the last one is {len(points)}. Type: {typed}")
    if number:
        point = points[number - 1]
        if point.id not in asked:
            practice.record_asked(last.id, point.id)
        streams.show(lambda page: task.answer(page, point))
    else:
        streams.show(lambda page: task.questions(page, points, asked, typed))
    return 0


def _running(name: str, last: InterviewState | None) -> InterviewState:
    """The running interview.

    Raises:
        UsageError: if none is running.
    """
    if last is None or last.how is not None:
        waiting = last is not None and last.is_to_be_debriefed
        then = "The last one is over; for its debrief:" if waiting else "To start one:"
        raise UsageError(f"No interview is running. {then} {command(name, 'interview')}")
    return last


def end(name: str, parts: Parts) -> int:
    """End the interview or, after a pass, the time for polishing, and conclude it."""
    last = parts[-1].state if parts else None
    is_polishing = last is not None and last.is_polishing
    state = last if last is not None and is_polishing else _running(name, last)
    parts[-1].practice.end_interview(state.id, "passed" if is_polishing else "ended")
    return conclude((*parts[:-1], parts[-1].by_now()))


def abandon(practice: Practice, last: InterviewState | None, *, agreed: bool) -> int:
    """Give up the running interview or act, after asking."""
    state = _running(practice.name, last)
    if not agreed and not asking.at_a_terminal():
        raise UsageError("There is no terminal to ask on. To give up the interview, add --yes.")
    what = "interview" if state.first is None else "second act"
    if not agreed and not asking.agreed(f"Give up the {what}, {interview.left(state.left)}?"):
        streams.show(lambda page: page.prose("The interview is still running."))
        return 0
    practice.end_interview(state.id, "abandoned")
    file, kept = typed_paths.shown(practice.exercise), practice_records.copy_before(practice, state)
    streams.show(lambda page: interview.abandoned(page, practice.name, what, file, kept))
    return 0


def debrief(name: str, parts: Parts) -> int:
    """Show the debrief of the last interview again."""
    if not parts:
        raise UsageError(f"There has been no interview yet. To start one: {command(name, 'interview')}")
    if parts[-1].state.how is None:
        status = command(name, "interview", "--status")
        raise UsageError(f"The interview is still running. To see how it stands: {status}")
    show_debrief(parts)
    return 0
