"""Screens that need no grading: all exercises, the steps of one, one mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..command_line import PROGRAM, command
from ..practice.runs import GradedRun
from ..practice.schedule import Plan
from .highlight import spans
from .page import Page, Span, cells
from .times import counted, duration

RUNGS = ("Ask yourself", "What it is", "Corrected")


@dataclass(frozen=True)
class TaskSummary:
    """The plain task of an exercise, or a twist that was practised."""

    twist: str | None  # its name
    is_change: bool  # whether it was a change of the learner's own code, in a second act
    best: float | None  # the seconds of the personal best; None if no time counts
    plan: Plan | None  # when to practise it next; None if no attempt has ended, or for a second act


NOT_PRACTISED = TaskSummary(None, False, None, None)


@dataclass(frozen=True)
class ExerciseSummary:
    """One exercise in the list of all."""

    name: str  # of the exercise
    class_name: str  # of the class to write
    passed: int | None  # how many of its steps passed in the last grading; None if it was never graded
    steps: int  # how many steps it has
    lack: str = ""  # what it lacks; empty if it is complete
    last_pass: date | None = None  # the day; None if it never passed
    tasks: tuple[TaskSummary, ...] = (NOT_PRACTISED,)  # the plain task, then the twists that were practised

    @property
    def is_done(self) -> bool:
        """Whether it has ever passed; forgotten passes do not count."""
        return self.last_pass is not None


def exercises(rows: Sequence[ExerciseSummary], page: Page) -> Page:
    """Show every exercise with its results, and the commands to continue."""
    page.prose("The exercises in a good order, and what passed", style="title")
    page.blank()
    table(rows, page)
    page.blank()
    return _commands(
        page,
        {
            f"{PROGRAM} list NAME": "list the steps and checks of one",
            f"{PROGRAM} NAME": "grade your file for it",
            f"{PROGRAM} COMMAND --exercise NAME": "run any other command for it",
        },
    )


def table(rows: Sequence[ExerciseSummary], page: Page) -> None:
    """Show the exercises with their results, in columns if there is room."""
    columns = [[row.name + "  ", row.class_name + "  ", _passed(row)] for row in rows if not row.lack]
    widths = [max(map(cells, texts)) for texts in zip(*columns, strict=True)]
    aside = 2 + cells(_sign(page, True)[0])
    for row in rows:
        sign = _sign(page, row.is_done)
        if row.lack:
            page.row(("  ", ""), sign, (row.name, "title"))
            page.prose(f"cannot be used: {row.lack}", label="      ")
        elif aside + sum(widths) <= page.width:
            name, class_name = row.name.ljust(widths[0]), row.class_name.ljust(widths[1])
            page.row(("  ", ""), sign, (name, "title"), (class_name, ""), (_passed(row), sign[1]))
        else:
            page.row(("  ", ""), sign, (row.name, "title"))
            page.prose(f"{row.class_name}, {_passed(row)}", label="      ")


def _passed(row: ExerciseSummary) -> str:
    """When and how fast it passed, and how many steps pass now; before the first pass, only the latter."""
    if row.last_pass is None:
        count = counted(row.steps, "step")
        return "not graded yet" if row.passed is None else f"{row.passed} of {count} passed"
    seconds = row.tasks[0].best
    best = "" if seconds is None else f", best {duration(seconds)}"
    now = "" if row.passed in (None, row.steps) else f"; now {row.passed} of {row.steps}"
    return f"passed on {row.last_pass}{best}{now}"


def steps(
    name: str, checks: Mapping[str, Sequence[str]], run: GradedRun | None, exercise: str, page: Page,
    twists: Mapping[str, str],
) -> Page:  # fmt: skip
    """Show the steps in order, with their checks and which of them passed, and the commands to continue."""
    page.prose(f"{name}: the steps, in order", style="title")
    known = f"{page.symbols.passed} passed in the last run, {page.symbols.todo} not passed"
    page.prose(known if run is not None else "Not graded yet.", style="dim")
    for number, (step, names) in enumerate(checks.items(), 1):
        done = () if run is None else run.passed_of(step, names)
        is_right = run is not None and run.steps.get(step) == "passed"
        page.blank()
        some = f", {len(done)} passed" if done and not is_right else ""
        said = f"  {counted(len(names), 'check')}{some}"
        page.row(_sign(page, is_right), (f"{number}. {step}", "title"), (said, "dim"))
        for passed in (True, False):
            if those := [one for one in names if (one in done) is passed]:
                text, style = _sign(page, passed)
                page.prose(", ".join(those), label=f"   {text}", label_style=style)
    if twists:
        page.blank()
        page.prose("Twists: the same task with one change", style="label")
    for twist, title in twists.items():
        page.prose(title, label=f"  {twist:<11}")
    page.blank()
    return _commands(
        page,
        {
            command(name): f"grade {exercise}",
            command(name, "FILE"): "grade another file",
            **({command(name, "reset", "--twist", "NAME"): "start with a twist"} if twists else {}),
            command(name, "explain", "MISTAKE"): "explain one mistake from a report",
        },
    )


def _sign(page: Page, passed: bool) -> Span:
    """The sign for passed or not passed, padded with a space."""
    symbols = page.symbols
    width = max(cells(symbols.passed), cells(symbols.todo))
    return (symbols.passed if passed else symbols.todo).ljust(width + 1), "passed" if passed else "todo"


def _commands(page: Page, commands: Mapping[str, str]) -> Page:
    """Show each command with what it does next to it, or below it if there is no room."""
    aside = max(map(cells, commands)) + 3
    for line, text in commands.items():
        if aside + max(map(cells, commands.values())) > page.width:
            page.row((line, "command"))
            page.prose(text, label="    ")
        else:
            page.prose(text, label=line.ljust(aside), label_style="command")
    return page


def entry(facts: Mapping[str, str], hints: Sequence[str], code: Sequence[str], page: Page) -> Page:
    """Show one mistake: `facts` has id, title, step and severity; `code` has wrong and right lines."""
    page.prose(facts["title"], label=f"{facts['id']}: ", label_style="title")
    kind = "advice (optional)" if facts["severity"] == "advice" else "an error"
    where = {"running": "any step", "loading": "loading the file"}.get(facts["step"], f"step {facts['step']}")
    page.prose(f"{where}; {kind}", style="dim")
    for rung, hint in zip(RUNGS, hints, strict=True):
        page.blank()
        page.prose(hint, label=rung.ljust(14))
    if code:
        page.blank()
        page.row(("In code, wrong (-) and right (+):", "label"))
    for line in code:
        sign = f"  {line[0]} "
        style = {"-": "failed", "+": "passed"}.get(line[0], "dim")
        page.row((sign, style), *spans(page.crop(line[2:], page.width - cells(sign))))
    return page
