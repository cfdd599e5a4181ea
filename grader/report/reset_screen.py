"""The messages of `reset`."""

from ..command_line import command
from .page import Page


def about_to_replace(page: Page, name: str, what: str, exercise: str) -> None:
    """Say what would happen to the file, before asking; `name`, here and below, is the exercise's."""
    page.prose(f"This replaces {page.line(exercise)} with {page.line(what)}.")
    page.prose(f"Your code is backed up; {_undo(name)} restores it.")


def laid_out(page: Page, name: str, exercise: str, kept: str, first: str) -> None:
    """Say that the stub is in place; `kept` is the path of the backup, empty if there is none."""
    page.prose(
        f"{page.line(exercise)} is a blank stub now, and the clock of a new attempt runs.", style="title"
    )
    _kept(page, name, kept, "to restore it")
    page.prose(f"write {first} and save the file, then run: {command(name)}", label="Next   ")


def brought_back(page: Page, name: str, exercise: str, copy: str, kept: str) -> None:
    """Say that the backup `copy` is restored; `kept` is as for `laid_out`."""
    page.prose(f"{page.line(exercise)} is restored from {page.line(copy)}.", style="title")
    _kept(page, name, kept, "to undo this")
    page.prose(command(name), label="Next   ", style="command")


def _kept(page: Page, name: str, kept: str, purpose: str) -> None:
    if kept:
        page.prose(page.line(kept), label="Backup ")
        page.prose(f"{_undo(name)}  ({purpose})", label="Undo   ")


def _undo(name: str) -> str:
    return command(name, "reset", "--undo")
