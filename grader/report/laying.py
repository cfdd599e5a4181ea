"""What is said when another file was put in the place of the exercise."""

from .page import Page
from .times import countdown

RUN = "python -m grader"


def about_to_replace(page: Page, what: str, exercise: str) -> None:
    """What would happen, before it is asked whether it may."""
    page.prose(f"This puts {page.line(what)} in the place of {page.line(exercise)}.")
    page.prose(f"What it holds now is kept, and {RUN} reset --undo changes it back.")


def gives_up_interview(page: Page, seconds: float) -> None:
    """What else would happen, so many seconds before the end of an interview."""
    page.prose(f"An interview is running, {countdown(seconds)} left: this gives it up.", style="todo")


def laid_out(page: Page, exercise: str, kept: str, first: str) -> None:
    """The stub is there; `kept` is the copy of what was there, if there was something to keep."""
    page.prose(
        f"A fresh stub is in {page.line(exercise)}, and the clock of a new attempt runs.", style="title"
    )
    _kept(page, kept, "to bring it back")
    page.prose(f"write {first} and save the file, then run: {RUN}", label="Next   ")


def brought_back(page: Page, exercise: str, copy: str, kept: str) -> None:
    """A copy is there again."""
    page.prose(f"{page.line(exercise)} holds again what was kept in {page.line(copy)}.", style="title")
    _kept(page, kept, "to change it back")
    page.prose(RUN, label="Next   ", style="command")


def nothing_changed(page: Page) -> None:
    """The answer was no."""
    page.prose("Nothing was changed.")


def _kept(page: Page, kept: str, purpose: str) -> None:
    if kept:
        page.prose(page.line(kept), label="Kept   ")
        page.prose(f"{RUN} reset --undo  ({purpose})", label="Undo   ")
