"""What `reset` says."""

from ..command_line import command
from .page import Page
from .times import countdown


def about_to_replace(page: Page, name: str, what: str, exercise: str) -> None:
    """What would happen to the file of the exercise of that name, before it is asked whether it may."""
    page.prose(f"This replaces {page.line(exercise)} with {page.line(what)}.")
    page.prose(f"Your code is backed up; {_undo(name)} restores it.")


def gives_up_interview(page: Page, seconds: float) -> None:
    """What else would happen, so many seconds before the end of an interview."""
    page.prose(f"An interview is running, {countdown(seconds)} left: this gives it up.", style="todo")


def laid_out(page: Page, name: str, exercise: str, kept: str, first: str) -> None:
    """The stub is there; `kept` is the copy of what was there, if there was something to keep."""
    page.prose(
        f"{page.line(exercise)} is a blank stub now, and the clock of a new attempt runs.", style="title"
    )
    _kept(page, name, kept, "to restore it")
    page.prose(f"write {first} and save the file, then run: {command(name)}", label="Next   ")


def brought_back(page: Page, name: str, exercise: str, copy: str, kept: str) -> None:
    """A copy is there again."""
    page.prose(f"{page.line(exercise)} is restored from {page.line(copy)}.", style="title")
    _kept(page, name, kept, "to undo this")
    page.prose(command(name), label="Next   ", style="command")


def _kept(page: Page, name: str, kept: str, purpose: str) -> None:
    if kept:
        page.prose(page.line(kept), label="Backup ")
        page.prose(f"{_undo(name)}  ({purpose})", label="Undo   ")


def _undo(name: str) -> str:
    return command(name, "reset", "--undo")
