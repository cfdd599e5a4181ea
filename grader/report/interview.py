"""The interview on a screen: the problem, what is seen while the clock runs, and how it stands."""

from collections.abc import Mapping, Sequence

from ..catalogue import Mistake
from ..practice.bests import Bests, Row
from ..practice.interview import Standing
from ..verdict import Finding, Verdict
from .finding import where
from .page import Page, Span, cells
from .splits import splits
from .times import countdown, counted, duration

RUN = "python -m grader"
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
    kept = "" if is_fresh else " What it holds now is kept."
    page.prose(f"{page.line(exercise)} is laid out afresh when the clock starts.{kept}", label="Your file  ")
    page.prose("Open it in your editor: every save is graded.", label="           ")
    page.prose(
        "The deadline is a moment of the day: closing this terminal does not stop the clock, and the same"
        " command comes back to it.",
        label="The clock  ",
    )


def beginning(page: Page, kept: str) -> None:
    """What to do first; `kept` is the copy of what was in the exercise, if something was."""
    page.prose("write a method in your editor and save; p says once more what is wanted.", label="Next   ")
    if kept:
        page.prose(f"{page.line(kept)} (what the file held before)", label="Kept   ")


def how_to_go_on(page: Page) -> None:
    """What to type where nobody watches."""
    page.prose(f"edit the file, then run: {RUN} interview", label="Next   ")
    page.prose(f"{RUN} interview --status  (or --end, --abandon)", label="Time   ", style="command")


def standing_row(page: Page, standing: Standing, steps: Sequence[str]) -> None:
    """One row: the time left, and which steps stand."""
    start: list[Span] = [
        (left(standing.left), time_style(standing.left, standing.minutes)),
        (f" of {standing.minutes:g} min", ""),
    ]
    each: list[Span] = []
    for step in steps:
        stands = standing.stands(step)
        sign = page.symbols.passed if stands else page.symbols.todo
        each.append((f"  {sign} {step}", "passed" if stands else "todo"))
    if sum(cells(text) for text, _ in [*start, *each]) >= page.width:
        count = sum(standing.stands(step) for step in steps)
        each = [(f"  {count} of {len(steps)} steps stand", "passed" if count else "todo")]
    page.row(*start, *each)


def left(seconds: float) -> str:
    """`24:13 left`."""
    return f"{countdown(seconds)} left"


def time_style(seconds: float, minutes: float) -> str:
    """The style of the time left: the last sixth of it has another."""
    return "todo" if seconds < 10 * minutes else "passed"


def ending(standing: Standing, steps: Sequence[str]) -> str:
    """How it ended, in a sentence."""
    attempt, given = standing.attempt, counted(round(standing.minutes), "minute")
    if attempt.passed:
        took = duration(attempt.seconds)
        if attempt.outcome == "late":
            return f"Passed late: it took {took}, and {given} were given."
        after = {"ended": ", after it was ended", "abandoned": ", after it was given up"}
        return f"Passed in {took} of {given}{after.get(standing.how or '', '')}."
    stand = f"{sum(map(standing.stands, steps))} of {len(steps)} steps stand"
    words = {"ended": "Ended before the time was over", "abandoned": "Given up"}
    return f"{words.get(standing.how or '', f'The time is over, {given}')}: {stand}."


def seen(page: Page, verdict: Verdict, catalogue: Mapping[str, Mistake], lines: list[str]) -> None:
    """What somebody who runs the tests would say: what came out against what was expected; no hint."""
    for finding in verdict.errors[:SHOWN]:
        page.blank()
        _one(page, finding, catalogue.get(finding.mistake), verdict.submission, lines)
    if more := len(verdict.errors) - SHOWN:
        page.prose(f"and {more} more" if more > 0 else "", label="  ", style="dim")


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
    heading = "Splits"
    if best.attempt is None:
        page.row((heading, "label"), (": there is no personal best yet", "dim"))
    else:
        behind = f", beside the personal best, attempt {best.attempt.number}"
        page.row((heading, "label"), (behind, ""), (_hinted(best.attempt.hints), ""))
    splits(page, rows, compares=best.attempt is not None)


def _hinted(hints: int) -> str:
    return f", with {counted(hints, 'hint')}" if hints else ""


def jumped(page: Page, seconds: float) -> None:
    """That the clock was put forward while somebody looked on or, if negative, back."""
    by = duration(abs(seconds))
    if seconds > 0:
        text = f"""\
The clock of this machine was put forward by {by}, or it slept. The deadline is a moment of the day, so that \
time is gone."""
    else:
        text = f"""\
The clock of this machine was set back by {by}. The time left goes on as before, and this attempt counts for \
no best."""
    page.prose(text, label="Note   ", label_style="todo")


def was_set_back(page: Page, seconds: float) -> None:
    """That the clock shows less than what was recorded last."""
    text = f"""\
The clock of this machine shows {duration(seconds)} less than what was recorded last: it was set back. The \
time left is counted from that record on, and this attempt counts for no best."""
    page.prose(text, label="Note   ", label_style="todo")
