"""The screen with the practice history."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ..command_line import command
from ..practice.attempts import Attempt, Task
from ..practice.bests import Bests, bests, compared
from ..practice.history import Habit, History
from ..practice.schedule import MAX_DAYS, MIN_DAYS, Plan, local
from .listing import ExerciseSummary
from .page import Page, cells, wrap
from .splits import NOTHING, splits
from .times import counted, duration, minutes_given

ATTEMPTS_SHOWN = 8
MIN_NOTE_CELLS = 24  # the least room for facts beside an attempt; with less, they are put below it
ENDED = {"time": ["time's up"], "ended": ["ended early"], "abandoned": ["given up"]}
STYLES = {"passed": "passed", "late": "todo", "left": "failed", "open": "todo"}
WHAT_COUNTS = """\
A time counts if the attempt started from a blank stub and passed without looking at the solution. It does \
not count if the first version passed already, or if the file held code from a backup. Hints and missed \
deadlines are shown next to it."""
RULE = f"""\
The rule: start with {MIN_DAYS} day. A pass in time, without hints or the solution, doubles the days, up to \
{MAX_DAYS}. Any other pass halves them. An attempt without a pass resets them to {MIN_DAYS}."""


def history(
    page: Page,
    history: History,
    titles: Mapping[str, str],
    now: datetime,
    *,
    shown: int | None = ATTEMPTS_SHOWN,
    exercises: Sequence[ExerciseSummary] = (),
) -> None:
    """Show the whole history; the most recent attempts come last in each list.

    `titles` are those of the mistakes, by id; `now` is timezone-aware. Each list has at most `shown` attempts
    (None: all).
    """
    shown = max(len(history.attempts), 1) if shown is None else shown
    _heading(page, history)
    if history.attempts:
        _attempts(page, history, shown)
        _trend(page, history, shown)
        _splits(page, history)
        _habits(page, history.exercise, history.habits, titles)
    page.blank()
    _next(page, history, local(now))
    _all(page, exercises, local(now))
    if history.trouble:
        page.blank()
        page.prose(history.trouble, label="Note   ")


def _heading(page: Page, history: History) -> None:
    if not history.attempts:
        page.prose(f"{history.exercise}: no attempt is recorded yet.", style="title")
        return
    passed = sum(attempt.passed and not attempt.marks.forgotten for attempt in history.attempts)
    forgotten = sum(attempt.marks.forgotten for attempt in history.attempts)
    said = [counted(len(history.attempts), "attempt"), f"{passed} passed"]
    said += [f"{forgotten} forgotten"] if forgotten else []
    page.prose(f"{history.exercise}: {', '.join(said)}", style="title")


def _attempts(page: Page, history: History, shown: int) -> None:
    page.blank()
    if len(history.attempts) > shown:
        every = command(history.exercise, "history", "--all")
        page.prose(every, label=f"  the last {shown}; all: ", style="dim", label_style="dim")
    for attempt in history.attempts[-shown:]:
        began = local(attempt.started).strftime("%Y-%m-%d")
        time = duration(attempt.seconds) if attempt.start != "run" else f">{duration(attempt.seconds)}"
        start = (
            (f"{attempt.number:>4}  {began}  {time:>8}  ", ""),
            (f"{attempt.outcome:<6}  ", STYLES[attempt.outcome]),
        )
        beside = _beside(attempt, is_best=history.is_best(attempt))
        room = page.width - sum(cells(text) for text, _ in start)
        if room >= MIN_NOTE_CELLS:
            page.flow(wrap(beside, room), *start)
        else:
            page.row(*start)
            page.prose(beside, label=" " * 6)
    page.blank()
    label = "Best   "
    for task, best in history.bests.items():
        if best.attempt is not None:
            page.prose(_best(task, best, best.attempt), label=label)
            label = "       "
    if any(attempt.passed and not attempt.is_timed for attempt in history.attempts[-shown:]):
        page.prose(WHAT_COUNTS, style="dim")


def _best(task: Task, best: Bests, attempt: Attempt) -> str:
    together = f"; sum of the best segments: {duration(best.sum)}" if best.sum is not None else ""
    return f"{duration(attempt.seconds)}, attempt {attempt.number}{_of(task)}{together}"


def _of(task: Task) -> str:
    """A suffix that names the twist and the act of a task; empty for the plain task."""
    twist, is_change = task
    return (f", twist {twist}" if twist is not None else "") + (", second act" if is_change else "")


def _beside(attempt: Attempt, *, is_best: bool) -> str:
    facts = [] if attempt.twist is None else [f"twist {attempt.twist}"]
    facts += [counted(len(attempt.versions), "version")]
    if attempt.hints:
        facts.append(counted(attempt.hints, "hint"))
    if attempt.interview is not None:
        what = "interview" if attempt.interview.first is None else "second act"
        facts.append(f"{what} of {minutes_given(attempt.interview.minutes)}")
        facts += [] if attempt.passed else ENDED.get(attempt.interview.how or "", [])
    if attempt.solution_seen:
        facts.append("solution seen")
    if attempt.set_back:
        facts.append("clock set back")
    if attempt.start == "run":
        facts.append("started before the first run")
    if attempt.start == "undo" or attempt.kept:
        facts.append("code from a backup")
    elif attempt.at_once:
        facts.append("passed at once")
    first = ["personal best"] if is_best else ["forgotten"] if attempt.marks.forgotten else []
    return ", ".join([*first, *facts, *(f'"{note}"' for note in attempt.marks.notes)])


def _trend(page: Page, history: History, shown: int) -> None:
    """Show the times that count as bars, separately for each task, so that progress is visible."""
    passed = [attempt for attempt in history.attempts if attempt.passed and attempt.is_timed]
    for task in history.bests:
        same = [attempt for attempt in passed if attempt.task == task][-shown:]
        if len(same) > 1:
            page.blank()
            page.row(("Time to pass", "label"), (f"{_of(task)}, attempts that count", ""))
            _bars(page, same)


def _bars(page: Page, passed: Sequence[Attempt]) -> None:
    """Show the time of each attempt as a bar of at least one cell."""
    longest = max(attempt.seconds for attempt in passed)
    full = "█" if page.clean("█") == "█" else "#"
    for attempt in passed:
        start = f"{attempt.number:>4}  {duration(attempt.seconds):>8}  "
        room = page.width - cells(start) - 1
        part = attempt.seconds / longest if longest else 1.0
        page.row((start, ""), (full * max(1, round(part * room)), "number"))


def _splits(page: Page, history: History) -> None:
    """Show the splits of the last attempt that has any, compared with the bests before it."""
    counted_in = [one for one in history.attempts if one.splits and not one.marks.forgotten]
    last = counted_in[-1] if counted_in else None
    if last is None:
        return
    same = [one for one in history.attempts[: last.number - 1] if one.task == last.task]
    steps = last.timed_steps(history.steps)
    best = bests(same, steps)
    page.blank()
    before = "" if best.attempt is None else f", best before it: attempt {best.attempt.number}"
    page.prose(f"Splits of attempt {last.number}{before}", style="label")
    splits(page, compared(last, best, steps), compares=best.attempt is not None)


def _habits(page: Page, name: str, habits: Sequence[Habit], titles: Mapping[str, str]) -> None:
    if not habits:
        return
    page.blank()
    page.row(("Recurring mistakes", "label"))
    for habit in habits:
        title = titles.get(habit.mistake, "")
        said = f"{habit.mistake}: {title}" if title else habit.mistake
        page.prose(said, label=f"  in {habit.attempts} of the last {habit.of}  ", label_style="")
    about = command(name, "explain", "MISTAKE")
    page.prose(about, label="  about one: ", label_style="dim", style="command")


def _next(page: Page, history: History, now: datetime) -> None:
    last = history.attempts[-1] if history.attempts else None
    if last is not None and last.is_under_way:
        goes_on = command(history.exercise, *(["interview"] if last.interview is not None else []))
        page.prose(f"continue attempt {last.number}: {goes_on}", label="Next   ")
    elif history.next is None:
        reset = command(history.exercise, "reset")
        page.prose(f"practise now: run {reset} for a blank stub.", label="Next   ")
    else:
        typed = _reset(history.exercise, history.next_twist)
        page.prose(f"practise {_when(history.next, now)}: {typed}", label="Next   ")
        page.prose(RULE, label="       ", style="dim")


def _when(plan: Plan, now: datetime) -> str:
    left = (plan.due - now.date()).days
    if left > 0:
        return f"on {plan.due:%Y-%m-%d}, in {counted(left, 'day')}"
    since = f" (it was due on {plan.due:%Y-%m-%d})" if left else ""
    return f"today{since}"


def _reset(name: str, twist: str | None) -> str:
    return command(name, "reset", *(() if twist is None else ("--twist", twist)))


def _all(page: Page, exercises: Sequence[ExerciseSummary], now: datetime) -> None:
    """Show the best time and next day of each exercise and twist, and which one is due first."""
    rows = [(listed.name, one) for listed in exercises if not listed.lack for one in listed.tasks]
    planned = [(name, one.twist, one.plan) for name, one in rows if one.plan is not None]
    if len(rows) < 2 or not planned:
        return
    titles = [name if one.twist is None else f"  {_of((one.twist, one.is_change))[2:]}" for name, one in rows]
    widest = max(map(cells, titles))
    page.blank()
    page.row(("All exercises", "label"), (", the best time and the next day", ""))
    for title, (_, one) in zip(titles, rows, strict=True):
        time = NOTHING if one.best is None else duration(one.best)
        unplanned = "" if one.is_change else "not practised yet"
        due = unplanned if one.plan is None else _when(one.plan, now)
        page.prose(due, label=f"  {title.ljust(widest)}  {time.rjust(8)}  ", label_style="")
    name, twist, plan = min(planned, key=lambda row: row[2].due)
    page.prose(f"{name}{_of((twist, False))}, {_when(plan, now)}", label="Due first  ")
    page.prose(_reset(name, twist), label="           ", style="command")
