"""The screens that state a task: in full, briefly with questions to ask, or as a second act."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..practice.briefs import AskedPoints, Brief, Point
from .page import Page
from .times import counted

OPEN = """\
This leaves some points open. While the clock runs, the key a shows what you can ask, and so does the option \
--ask. Your code is graded by the answers."""
GREETING = "Good to meet you. "


def problem(page: Page, text: str) -> None:
    """Show the interviewer's statement: paragraphs, and list items that begin with a dash."""
    for line in text.splitlines():
        if line.startswith("- "):
            page.prose(line[2:], label="  - ", label_style="")
        elif line:
            page.prose(line)
        else:
            page.blank()


def spoken(brief: Brief) -> str:
    """The interviewer's statement of the task."""
    return f"{brief.text}\n\n{OPEN}"


def statement(page: Page, brief: Brief, asked: Collection[str]) -> None:
    """Show the task, and the answers given so far."""
    page.prose(brief.text)
    page.blank()
    page.prose(OPEN)
    for point in brief.points:
        if point.id in asked:
            page.blank()
            answer(page, point)


def answer(page: Page, point: Point) -> None:
    """Show a question and the interviewer's answer."""
    page.prose(point.ask, label="You asked  ")
    page.prose(point.answer, label="Answer     ")


def questions(page: Page, points: Sequence[Point], answered: Collection[str], how: str) -> None:
    """Show the questions with their numbers and `how` to ask them, and the answers to the `answered` ones."""
    page.prose(f"What you can ask: {how}", style="label")
    for number, point in enumerate(points, 1):
        page.prose(point.ask, label=f"  {number}  ", label_style="command")
        if point.id in answered:
            page.prose(point.answer, label="     Answer  ", label_style="passed")


def left_open(page: Page, asking: AskedPoints) -> None:
    """Show what was asked about a task, and what mattered but was not asked."""
    asked, missed, idle = asking.asked, asking.missed, asking.idle
    page.row(("What the brief left open", "label"))
    left = counted(len(asked) + len(missed), "point")
    page.prose(
        f"It left {left} open, and you asked about {len(asked) if asked else 'none'} of them.", label="  "
    )
    for point in missed:
        page.blank()
        page.prose(point.ask, label="  Not asked  ", style="title")
        page.prose(point.answer, label="  Answer     ")
        page.prose(point.matters, label="  Matters    ")
    if idle:
        page.blank()
    for point in idle:
        page.prose(point.ask, label="  Asked, but it changes nothing  ")


@dataclass(frozen=True)
class Task:
    """The task of a second act."""

    exercise: str  # its name
    twist: str | None  # the twist of the task; None for another exercise
    title: str  # what the twist asks for, as the end of a sentence
    before: str | None  # the twist of the first act, which no longer holds; None if it had none
    text: str  # the interviewer's statement; for a twist, only the lines that differ
    file: str  # the path of the learner's file, as shown
    kept: str  # the path of its backup, as shown; empty if there is none
    passed: str  # how the first act ended, in a sentence


def offered(page: Page) -> None:
    """Explain the second act before the clock starts."""
    text = """\
Once the code passes, the rest of the time can go to a second act: a twist of the task or another exercise, \
whichever you practised least. The pass of the first act counts in any case."""
    page.prose(text, label="Two acts   ")


def announced(page: Page, task: Task, *, keys: bool = True, short: bool = False) -> None:
    """Show the task of the second act, and its file.

    With `short`, there is no room, so the statement of another exercise is left out.
    """
    page.prose(task.passed, style="passed")
    page.blank()
    name = task.exercise if task.twist is None else f"the twist {task.twist}"
    page.prose(f"Second act: {name}", style="title")
    page.blank()
    if task.twist is None and short:
        page.prose(f"Now write {task.exercise}, another exercise.")
    elif task.twist is None:
        problem(page, task.text.removeprefix(GREETING))
    else:
        ends = "" if task.before is None else f" The twist {task.before} no longer holds."
        page.prose(f"Now change your code so that {task.title}.{ends} This is different in the task:")
        page.blank()
        problem(page, task.text)
    page.blank()
    what = "a blank stub" if task.twist is None else "your own code, to be changed"
    page.prose(f"{page.line(task.file)}, {what}", label="File   ")
    if task.kept:
        whose = "your earlier code" if task.twist is None else "your first solution"
        page.prose(f"{page.line(task.kept)} ({whose})", label="Backup ")
    first, whole = ("write a method", "") if task.twist is None else ("change it", "whole ")
    if keys:
        page.prose(f"{first} in your editor and save; p shows the {whole}task.", label="Next   ")
