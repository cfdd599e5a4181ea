"""The history of practising as a screen."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from ..command_line import command
from ..practice.attempts import Attempt
from ..practice.bests import Bests, bests, compared
from ..practice.history import Habit, History
from ..practice.schedule import FEWEST, MOST, Plan, local
from .listing import Listed
from .page import Page, cells, wrap
from .splits import NOTHING, splits
from .times import counted, duration

SHOWN = 8
ENDED = {"time": ["time's up"], "ended": ["ended early"], "abandoned": ["given up"]}
STYLES = {"passed": "passed", "late": "todo", "left": "failed", "open": "todo"}
COUNTS = """\
A time counts if the attempt started from a blank stub and passed without looking at the solution, unless \
its first version passed already or a kept version was restored. Hints and missed deadlines are shown \
next to it."""
RULE = f"""\
The rule: start with {FEWEST} day. A pass in time, without hints or the solution, doubles the days, up to \
{MOST}. Any other pass halves them. An attempt without a pass resets them to {FEWEST}."""


def history(
    page: Page,
    told: History,
    titles: Mapping[str, str],
    now: datetime,
    zone: tzinfo | None = None,
    *,
    shown: int | None = SHOWN,
    exercises: Sequence[Listed] = (),
) -> None:
    """All that there is to tell, the most recent attempts at the end of each list.

    Args:
        page: to be added to.
        told: the history.
        titles: of the mistakes, by id.
        now: aware.
        zone: where the learner is; without it, as this machine says.
        shown: how many attempts each list has at most; none for all of them.
        exercises: where all of them stand, in the order in which to practise them.
    """
    shown = max(len(told.attempts), 1) if shown is None else shown
    _heading(page, told)
    if told.attempts:
        _attempts(page, told, shown, zone)
        _trend(page, told, shown)
        _splits(page, told)
        _habits(page, told.exercise, told.habits, titles)
    page.blank()
    _next(page, told, local(now, zone))
    _all(page, exercises, local(now, zone))
    if told.trouble:
        page.blank()
        page.prose(told.trouble, label="Note   ")


def _heading(page: Page, told: History) -> None:
    if not told.attempts:
        page.prose(f"{told.exercise}: no attempt is recorded yet.", style="title")
        return
    passed = sum(attempt.passed and not attempt.marks.forgotten for attempt in told.attempts)
    forgotten = sum(attempt.marks.forgotten for attempt in told.attempts)
    said = [counted(len(told.attempts), "attempt"), f"{passed} passed"]
    said += [f"{forgotten} forgotten"] if forgotten else []
    page.prose(f"{told.exercise}: {', '.join(said)}", style="title")


def _attempts(page: Page, told: History, shown: int, zone: tzinfo | None) -> None:
    page.blank()
    if len(told.attempts) > shown:
        page.row((f"  the last {shown}; all: {command(told.exercise, 'history', '--all')}", "dim"))
    for attempt in told.attempts[-shown:]:
        began = local(attempt.started, zone).strftime("%Y-%m-%d")
        time = duration(attempt.seconds) if attempt.start != "run" else f">{duration(attempt.seconds)}"
        start = (
            (f"{attempt.number:>4}  {began}  {time:>8}  ", ""),
            (f"{attempt.outcome:<6}  ", STYLES[attempt.outcome]),
        )
        room = page.width - sum(cells(text) for text, _ in start)
        page.flow(wrap(_beside(attempt, is_best=attempt is told.best.attempt), room), *start)
    page.blank()
    _best(page, told.best)
    page.prose(COUNTS, style="dim")


def _best(page: Page, best: Bests) -> None:
    if best.attempt is None:
        return
    together = f"; sum of the best segments: {duration(best.sum)}" if best.sum is not None else ""
    page.prose(f"{duration(best.attempt.seconds)}, attempt {best.attempt.number}{together}", label="Best   ")


def _beside(attempt: Attempt, *, is_best: bool) -> str:
    """What is shown beside a time."""
    said = [counted(len(attempt.versions), "version")]
    if attempt.hints:
        said.append(counted(attempt.hints, "hint"))
    if attempt.interview is not None:
        said.append(f"interview of {attempt.interview.minutes:g} min")
        said += [] if attempt.passed else ENDED.get(attempt.interview.how or "", [])
    if attempt.solution_seen:
        said.append("solution seen")
    if attempt.set_back:
        said.append("clock set back")
    if attempt.start == "run":
        said.append("started before the first run")
    if attempt.start == "undo":
        said.append("older file restored")
    elif attempt.kept:
        said.append("kept version restored")
    elif attempt.at_once:
        said.append("passed at once")
    first = ["personal best"] if is_best else ["forgotten"] if attempt.marks.forgotten else []
    return ", ".join([*first, *said, *(f'"{note}"' for note in attempt.marks.notes)])


def _trend(page: Page, told: History, shown: int) -> None:
    """The times that count as bars, so that the way down can be seen."""
    passed = [attempt for attempt in told.attempts if attempt.passed and attempt.is_timed][-shown:]
    if len(passed) < 2:
        return
    longest = max(attempt.seconds for attempt in passed)
    page.blank()
    page.row(("Time to pass", "label"), (", attempts that count", ""))
    for attempt in passed:
        start = f"{attempt.number:>4}  {duration(attempt.seconds):>8}  "
        room = page.width - cells(start) - 1
        page.row((start, ""), (_bar(page, room, attempt.seconds / longest if longest else 1.0), "number"))


def _bar(page: Page, room: int, part: float) -> str:
    """A bar that fills a part of the room, and never none of it."""
    full = "█" if page.clean("█") == "█" else "#"
    return full * max(1, round(part * room))


def _splits(page: Page, told: History) -> None:
    """The splits of the last attempt that has some, beside those before it."""
    counted_in = [one for one in told.attempts if one.splits and not one.marks.forgotten]
    last = counted_in[-1] if counted_in else None
    if last is None:
        return
    same = [one for one in told.attempts[: last.number - 1] if one.twist == last.twist]
    best = bests(same, told.steps)
    page.blank()
    page.row((f"Splits of attempt {last.number}", "label"), (_beside_which(best.attempt), ""))
    splits(page, compared(last, best, told.steps), compares=best.attempt is not None)


def _beside_which(best: Attempt | None) -> str:
    return "" if best is None else f", best before it: attempt {best.number}"


def _habits(page: Page, name: str, habits: Sequence[Habit], titles: Mapping[str, str]) -> None:
    if not habits:
        return
    page.blank()
    page.row(("Recurring mistakes", "label"))
    for habit in habits:
        title = titles.get(habit.mistake, "")
        page.prose(
            f"{habit.mistake}: {title}" if title else habit.mistake,
            label=f"  in {habit.attempts} of the last {habit.of}  ",
            label_style="",
        )
    about = command(name, "explain", "MISTAKE")
    page.prose(about, label="  about one: ", label_style="dim", style="command")


def _next(page: Page, told: History, now: datetime) -> None:
    last = told.attempts[-1] if told.attempts else None
    if last is not None and last.is_under_way:
        goes_on = command(told.exercise, *(["interview"] if last.interview is not None else []))
        page.prose(f"continue attempt {last.number}: {goes_on}", label="Next   ")
    elif told.next is None:
        reset = command(told.exercise, "reset")
        page.prose(f"practise now: run {reset} for a blank stub.", label="Next   ")
    else:
        page.prose(f"practise {_when(told.next, now)}: {command(told.exercise, 'reset')}", label="Next   ")
        page.prose(RULE, label="       ", style="dim")


def _when(plan: Plan, now: datetime) -> str:
    left = (plan.due - now.date()).days
    if left > 0:
        return f"on {plan.due:%Y-%m-%d}, in {counted(left, 'day')}"
    since = f" (it was due on {plan.due:%Y-%m-%d})" if left else ""
    return f"today{since}"


def _all(page: Page, exercises: Sequence[Listed], now: datetime) -> None:
    """The best time of each exercise and its next day, and which one comes back first."""
    rows = [row for row in exercises if not row.lack]
    planned = [(row.plan.due, row.name, row.plan) for row in rows if row.plan is not None]
    if len(rows) < 2 or not planned:
        return
    widest = max(cells(row.name) for row in rows)
    page.blank()
    page.row(("All exercises", "label"), (", the best time and the next day", ""))
    for row in rows:
        best = row.passes.best if row.passes is not None else None
        time = NOTHING if best is None else duration(best)
        due = "not practised yet" if row.plan is None else _when(row.plan, now)
        page.prose(due, label=f"  {row.name.ljust(widest)}  {time.rjust(8)}  ", label_style="")
    _, name, first = min(planned, key=lambda one: one[0])
    page.prose(f"{name}, {_when(first, now)}", label="Due first  ")
    page.prose(command(name, "reset"), label="           ", style="command")
