"""Screens for the second act of an interview: the offer before the start, and the task."""

from dataclasses import dataclass

from .interview import problem
from .page import Page

GREETING = "Good to meet you. "


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

    @property
    def name(self) -> str:
        """A short name for the task."""
        return self.exercise if self.twist is None else f"the twist {self.twist}"


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
    page.prose(f"Second act: {task.name}", style="title")
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
    first = "write a method" if task.twist is None else "change it"
    if keys:
        page.prose(f"{first} in your editor and save; p shows the whole task.", label="Next   ")
