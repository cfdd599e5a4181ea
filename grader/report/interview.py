"""The screens of an interview: the problem, the display while the clock runs, and the status."""

import math
from collections.abc import Mapping, Sequence

from ..catalogue import Mistake
from ..command_line import command
from ..practice.interview import InterviewState
from ..verdict import Finding, Verdict
from .finding import kind, without_hints
from .page import Page, Span, cells
from .task import problem
from .times import countdown, counted, duration, minutes_given, right_of, time_given

FINDINGS_SHOWN = 4
TELLS_ITSELF = ("loading", "running")
"""Steps of mistakes that any run of the code reveals; the titles of other mistakes would be hints."""


def announced(page: Page, minutes: int, text: str, exercise: str, *, is_fresh: bool) -> None:
    """Show the problem and the rules before the clock starts."""
    page.prose(f"An interview of {counted(minutes, 'minute')}", style="title")
    page.blank()
    problem(page, text)
    page.blank()
    kept = "" if is_fresh else " Your code is backed up."
    page.prose(
        f"{page.line(exercise)} is reset to a blank stub when the clock starts.{kept}", label="Your file  "
    )
    page.prose("Open it in your editor: every save is graded.", label="           ")
    page.prose(
        "The deadline is fixed: closing this terminal does not stop the clock. Run the same"
        " command to come back.",
        label="The clock  ",
    )


def started(page: Page, state: InterviewState, exercise: str, kept: str) -> None:
    """Say that the clock is running; `kept` is the path of the backup, empty if there is none."""
    page.prose(f"The clock is running: {left(state.left)}.", style="title")
    page.prose(f"{page.line(exercise)}, a blank stub", label="File   ")
    _kept(page, kept)


def beginning(page: Page, kept: str) -> None:
    """Say what to do first; `kept` is as for `started`."""
    page.prose("write a method in your editor and save; p shows the problem again.", label="Next   ")
    _kept(page, kept)


def _kept(page: Page, kept: str) -> None:
    if kept:
        page.prose(f"{page.line(kept)} (your earlier code)", label="Backup ")


def how_to_go_on(page: Page, name: str) -> None:
    """Say how to continue without a watching screen; `name`, here and below, is the exercise's name."""
    page.blank()
    page.prose(f"edit the file, then run: {command(name, 'interview')}", label="Next   ")
    page.prose(f"{command(name, 'interview')} --status, --end or --abandon", label="Or     ")


def left_alone(page: Page, name: str, state: InterviewState) -> None:
    """Say how the interview stands when the learner leaves the screen without ending it there."""
    if state.is_polishing:
        _to_polish(page, state, f"{command(name, 'interview')}  (--end begins the questions)")
        return
    if state.how is not None:
        page.prose(f"{ending(state)} It was ended elsewhere.")
        return
    page.prose(f"The interview is still running: {left(state.left)}.", style="title")
    back = f"{command(name, 'interview')}  (--end ends it, --abandon gives it up)"
    page.prose(back, label="Back   ", style="command")


def abandoned(page: Page, name: str, what: str, exercise: str, kept: str) -> None:
    """Say that `what`, the interview or its second act, was given up."""
    page.prose(f"You gave up the {what}. {page.line(exercise)} stays as it is.", style="title")
    _kept(page, kept)
    if kept:
        page.prose(f"{command(name, 'reset', '--undo')}  (to restore it)", label="Undo   ")
    page.prose(command(name, "interview", "--debrief"), label="More   ", style="command")


def before_the_questions(page: Page, state: InterviewState, count: int) -> None:
    """Say how the interview ended, and that questions come next."""
    said = ending(state)
    said = said if state.first is None else f"Second act: {said[0].lower()}{said[1:]}"
    page.prose(said, style="title")
    page.prose(f"Before the debrief: {counted(count, 'question')} about the choices behind the code.")


def status(page: Page, name: str, state: InterviewState | None, steps: Sequence[str]) -> None:
    """Show the state of an interview, and what to type."""
    this = command(name, "interview")
    if state is None or (state.how is not None and not state.is_to_be_debriefed):
        page.prose("No interview is running.", style="title")
        page.prose(this, label="Start  ", style="command")
        return
    if state.awaits_second:
        page.prose(f"{ending(state)} The second act comes next: {left(state.left)}.", style="title")
        page.prose(this, label="Next   ", style="command")
        return
    if state.is_polishing:
        _to_polish(page, state, f"{this}  (--end begins the questions)")
        return
    if state.how is not None:
        page.prose(ending(state), style="title")
        page.prose(f"{this}  (the questions and the debrief)", label="Next   ", style="command")
        return
    status_row(page, state, steps)
    if state.set_back:
        was_set_back(page, state.set_back)
    page.prose(this, label="Back   ", style="command")


def _to_polish(page: Page, state: InterviewState, back: str) -> None:
    page.prose(f"{ending(state)} Time to improve the code: {left(state.left)}.", style="title")
    page.prose(back, label="Back   ", style="command")


def status_row(page: Page, state: InterviewState, steps: Sequence[str]) -> None:
    """Show one row: the time left, and the status of each step in the newest grading."""
    start: list[Span] = [
        (left(state.left), time_style(state.left, state.minutes)),
        (f" of {minutes_given(state.minutes)}", ""),
    ]
    each: list[Span] = []
    for step in state.attempt.timed_steps(steps):
        status = state.status(step)
        each.append((f"  {getattr(page.symbols, status)} {step}", status))
    if sum(cells(text) for text, _ in [*start, *each]) >= page.width:
        some = any(state.status(step) == "passed" for step in steps)
        each = [(f"  {_done(state)}", "passed" if some else "todo")]
    page.row(*start, *each)


def polishing(page: Page, state: InterviewState) -> None:
    """Say that the code passed, and that there is time left to improve it."""
    page.blank()
    page.prose(
        f"{ending(state)} The pass counts, also if you change the code now. You can improve the code until"
        " you press e, or until the deadline. Then the questions begin.",
        style="passed",
    )


def title(name: str, seconds: float) -> str:
    """The terminal's title with `seconds` left."""
    return f"{math.ceil(seconds / 60)} min left: {name}" if seconds else f"Time's up: {name}"


def left(seconds: float) -> str:
    """The time left as text: `24:13 left`."""
    return f"{countdown(seconds)} left"


def time_style(seconds: float, minutes: float) -> str:
    """The style of the time left, which changes for the last sixth of the interview."""
    return "todo" if seconds < 10 * minutes else "passed"


def _done(state: InterviewState) -> str:
    """The number of steps that passed in the newest grading, out of all steps, as in every report."""
    if not state.attempt.runs:
        return "nothing was changed" if state.attempt.changes else "nothing was graded"
    statuses = state.attempt.runs[-1].steps.values()
    return right_of(sum(status == "passed" for status in statuses), len(statuses))


def ending(state: InterviewState) -> str:
    """A sentence that says how the interview ended."""
    attempt, given = state.attempt, time_given(state.minutes)
    if attempt.passed:
        took = duration(attempt.seconds)
        if attempt.outcome == "late":
            return f"Passed late: it took {took}, and the limit was {given}."
        after = {"ended": ", after it was ended", "abandoned": ", after it was given up"}
        return f"Passed in {took} of {given}{after.get(state.how or '', '')}."
    words = {"ended": "Ended early", "abandoned": "Given up"}
    how = words.get(state.how or "", f"Time's up after {given}")
    return f"{how}. Now {_done(state)}." if state.went_on else f"{how}: {_done(state)}."


def seen(page: Page, verdict: Verdict, catalogue: Mapping[str, Mistake], lines: list[str]) -> None:
    """Show what a test run would show: actual against expected results, without hints."""
    distinct: dict[tuple[str, str], Finding] = {}
    for finding in verdict.errors:  # two mistakes can have the same result
        distinct.setdefault((finding.step, finding.seen), finding)
    errors = list(distinct.values())
    for finding in errors[:FINDINGS_SHOWN]:
        entry = catalogue.get(finding.mistake)
        page.blank()
        if entry is not None and entry.step in TELLS_ITSELF:
            without_hints(page, finding, verdict.submission, lines, entry.title)
        else:
            page.prose(finding.seen, label=f"{kind(finding.step)}: ", label_style="failed")
    if (more := len(errors) - FINDINGS_SHOWN) > 0:
        page.prose(f"and {more} more", label="  ", style="dim")
    for finding in verdict.advice:  # its title gives nothing away, because the code is right
        entry = catalogue.get(finding.mistake)
        page.blank()
        without_hints(page, finding, verdict.submission, lines, "" if entry is None else entry.title)


def jumped(page: Page, seconds: float) -> None:
    """Say that the clock jumped forward while the screen was open or, if `seconds` is negative, back."""
    by = duration(abs(seconds))
    if seconds > 0:
        text = f"""\
The clock of this machine was set forward by {by}, or the machine was asleep. The deadline is \
fixed, so that time is lost."""
    else:
        text = f"""\
The clock of this machine was set back by {by}. The time left is not changed by that, and this attempt is \
not a personal best."""
    page.prose(text, label="Note   ", label_style="todo")


def was_set_back(page: Page, seconds: float) -> None:
    """Say that the clock is `seconds` behind the last record."""
    text = f"""\
The clock of this machine shows {duration(seconds)} less than at the last record: it was set back. The \
time left is counted from that record, and this attempt is not a personal best."""
    page.prose(text, label="Note   ", label_style="todo")
