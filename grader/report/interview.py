"""The interview on a screen: the problem, what is seen while the clock runs, and how it stands."""

import math
from collections.abc import Mapping, Sequence

from ..catalogue import Mistake
from ..command_line import command
from ..practice.attempts import Attempt
from ..practice.bests import Bests, Row
from ..practice.interview import Standing
from ..verdict import GIVEN, Finding, Verdict
from .finding import where
from .page import Page, Span, cells
from .splits import splits
from .times import countdown, counted, difference, duration, minutes_given, time_given

SHOWN = 4
TELLS_ITSELF = ("loading", "running")
"""What any run of the code would say of itself; the titles of other mistakes would be hints."""


def problem(page: Page, text: str) -> None:
    """What the interviewer says: paragraphs, and lists of points that begin with a dash."""
    for line in text.splitlines():
        if line.startswith("- "):
            page.prose(line[2:], label="  - ", label_style="")
        elif line:
            page.prose(line)
        else:
            page.blank()


def announced(page: Page, minutes: int, text: str, exercise: str, *, is_fresh: bool) -> None:
    """What is said before the clock starts."""
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


def started(page: Page, standing: Standing, exercise: str, kept: str) -> None:
    """The clock runs; `kept` is the copy of what was in the exercise, if something was."""
    page.prose(f"The clock is running: {left(standing.left)}.", style="title")
    page.prose(f"{page.line(exercise)}, a blank stub", label="File   ")
    _kept(page, kept)


def beginning(page: Page, kept: str) -> None:
    """What to do first; `kept` as for `started`."""
    page.prose("write a method in your editor and save; p shows the problem again.", label="Next   ")
    _kept(page, kept)


def _kept(page: Page, kept: str) -> None:
    if kept:
        page.prose(f"{page.line(kept)} (your earlier code)", label="Backup ")


def how_to_go_on(page: Page, name: str) -> None:
    """What to type where nobody watches; `name`, here and below, is that of the exercise."""
    page.blank()
    page.prose(f"edit the file, then run: {command(name, 'interview')}", label="Next   ")
    page.prose(f"{command(name, 'interview')} --status, --end or --abandon", label="Or     ")


def left_alone(page: Page, name: str, standing: Standing) -> None:
    """The screen is left, and the interview was not ended on it."""
    if standing.is_polishing:
        _to_polish(page, standing, f"{command(name, 'interview')}  (--end begins the questions)")
        return
    if standing.how is not None:
        page.prose(f"{ending(standing)} It was ended elsewhere.")
        return
    page.prose(f"The interview is still running: {left(standing.left)}.", style="title")
    back = f"{command(name, 'interview')}  (--end ends it, --abandon gives it up)"
    page.prose(back, label="Back   ", style="command")


def abandoned(page: Page, name: str, what: str, exercise: str, kept: str) -> None:
    """It, or its second act, was given up."""
    page.prose(f"You gave up the {what}. {page.line(exercise)} stays as it is.", style="title")
    _kept(page, kept)
    if kept:
        page.prose(f"{command(name, 'reset', '--undo')}  (to restore it)", label="Undo   ")
    page.prose(command(name, "interview", "--debrief"), label="More   ", style="command")


def before_the_questions(page: Page, standing: Standing, count: int) -> None:
    """How it ended, and what comes now."""
    said = ending(standing)
    said = said if standing.first is None else f"Second act: {said[0].lower()}{said[1:]}"
    page.prose(said, style="title")
    page.prose(f"Before the debrief: {counted(count, 'question')} about the choices behind the code.")


def status(page: Page, name: str, standing: Standing | None, steps: Sequence[str]) -> None:
    """How an interview stands, and what to type."""
    this = command(name, "interview")
    if standing is None or (standing.how is not None and not standing.is_to_be_debriefed):
        page.prose("No interview is running.", style="title")
        page.prose(this, label="Start  ", style="command")
        return
    if standing.awaits_second:
        page.prose(f"{ending(standing)} The second act comes next: {left(standing.left)}.", style="title")
        page.prose(this, label="Next   ", style="command")
        return
    if standing.is_polishing:
        _to_polish(page, standing, f"{this}  (--end begins the questions)")
        return
    if standing.how is not None:
        page.prose(ending(standing), style="title")
        page.prose(f"{this}  (the questions and the debrief)", label="Next   ", style="command")
        return
    standing_row(page, standing, steps)
    if standing.set_back:
        was_set_back(page, standing.set_back)
    page.prose(this, label="Back   ", style="command")


def _to_polish(page: Page, standing: Standing, back: str) -> None:
    page.prose(f"{ending(standing)} Time to polish: {left(standing.left)}.", style="title")
    page.prose(back, label="Back   ", style="command")


def graded_once(
    page: Page, verdict: Verdict, standing: Standing, catalogue: Mapping[str, Mistake], lines: list[str]
) -> None:
    """What a single grading says while an interview runs."""
    standing_row(page, standing, [step.name for step in verdict.steps if step.name != GIVEN])
    seen(page, verdict, catalogue, lines)


def standing_row(page: Page, standing: Standing, steps: Sequence[str]) -> None:
    """One row: the time left, and what the newest grading said of each step."""
    start: list[Span] = [
        (left(standing.left), time_style(standing.left, standing.minutes)),
        (f" of {minutes_given(standing.minutes)}", ""),
    ]
    each: list[Span] = []
    for step in standing.attempt.timed_steps(steps):
        status = standing.status(step)
        each.append((f"  {getattr(page.symbols, status)} {step}", status))
    if sum(cells(text) for text, _ in [*start, *each]) >= page.width:
        each = [(f"  {_done(standing)}", "passed" if any(map(standing.stands, steps)) else "todo")]
    page.row(*start, *each)


def polishing(page: Page, standing: Standing) -> None:
    """It passed, and there is time left."""
    page.blank()
    page.prose(
        f"{ending(standing)} The pass counts, whatever you save now. There is time to polish the code; the"
        " questions begin when you press e, or at the deadline.",
        style="passed",
    )


def title(name: str, seconds: float) -> str:
    """The title of a terminal with that many seconds left."""
    return f"{math.ceil(seconds / 60)} min left: {name}" if seconds else f"Time's up: {name}"


def left(seconds: float) -> str:
    """`24:13 left`."""
    return f"{countdown(seconds)} left"


def time_style(seconds: float, minutes: float) -> str:
    """The style of the time left: the last sixth of it has another."""
    return "todo" if seconds < 10 * minutes else "passed"


def _done(standing: Standing) -> str:
    """How many of all the steps of the exercise passed in the newest grading, as every report counts them."""
    if not standing.attempt.runs:
        return "nothing was changed" if standing.attempt.changes else "nothing was graded"
    statuses = standing.attempt.runs[-1].steps.values()
    return f"{sum(status == 'passed' for status in statuses)} of {len(statuses)} steps are right"


def ending(standing: Standing) -> str:
    """How it ended, in a sentence."""
    attempt, given = standing.attempt, time_given(standing.minutes)
    if attempt.passed:
        took = duration(attempt.seconds)
        if attempt.outcome == "late":
            return f"Passed late: it took {took}, and the limit was {given}."
        after = {"ended": ", after it was ended", "abandoned": ", after it was given up"}
        return f"Passed in {took} of {given}{after.get(standing.how or '', '')}."
    words = {"ended": "Ended early", "abandoned": "Given up"}
    how = words.get(standing.how or "", f"Time's up after {given}")
    return f"{how}: {_done(standing)}."


def seen(page: Page, verdict: Verdict, catalogue: Mapping[str, Mistake], lines: list[str]) -> None:
    """What somebody who runs the tests would say: what came out against what was expected; no hint."""
    for finding in verdict.errors[:SHOWN]:
        page.blank()
        _one(page, finding, catalogue.get(finding.mistake), verdict.submission, lines)
    if (more := len(verdict.errors) - SHOWN) > 0:
        page.prose(f"and {more} more", label="  ", style="dim")
    for finding in verdict.advice:
        page.blank()
        _advised(page, finding, catalogue.get(finding.mistake), verdict.submission, lines)


def _advised(page: Page, finding: Finding, entry: Mistake | None, path: str, lines: list[str]) -> None:
    """Advice, whose title gives no answer away: the code is right."""
    title = finding.mistake if entry is None else entry.title
    page.prose(title, label=f"Advice on {finding.step}: ", style="title", label_style="advice")
    if finding.line is not None:
        where(page, path, finding.line, lines)
    page.prose(finding.seen, label="Seen   ")


def _one(page: Page, finding: Finding, entry: Mistake | None, path: str, lines: list[str]) -> None:
    label = "While loading: " if finding.step == "loading" else f"In {finding.step}: "
    if entry is None or entry.step not in TELLS_ITSELF:
        page.prose(finding.seen, label=label, label_style="failed")
        return
    page.prose(entry.title, label=label, style="title", label_style="failed")
    if finding.line is not None:
        where(page, path, finding.line, lines)
    page.prose(finding.seen, label="Seen   ")


def beside_the_best(page: Page, rows: Sequence[Row], best: Bests) -> None:
    """The splits, and beside which attempt they stand."""
    page.blank()
    page.prose(_which(best.attempt), label="Splits  ")
    splits(page, rows, compares=best.attempt is not None)


def splits_in_short(page: Page, rows: Sequence[Row]) -> None:
    """The sums of the steps that passed, where there is no room for more."""
    each = [
        f"{row.step} {duration(row.sum)}" + ("" if row.behind is None else f" ({difference(row.behind)})")
        for row in rows
        if row.sum is not None
    ]
    if each:
        page.blank()
        page.prose(", ".join(each), label="Splits  ")


def _which(best: Attempt | None) -> str:
    if best is None:
        return "there is no personal best to compare with yet"
    hinted = f", with {counted(best.hints, 'hint')}" if best.hints else ""
    return f"compared with the personal best, attempt {best.number}{hinted}"


def jumped(page: Page, seconds: float) -> None:
    """That the clock was put forward while somebody looked on or, if negative, back."""
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
    """That the clock shows less than what was recorded last."""
    text = f"""\
The clock of this machine shows {duration(seconds)} less than at the last record: it was set back. The \
time left is counted from that record, and this attempt is not a personal best."""
    page.prose(text, label="Note   ", label_style="todo")
