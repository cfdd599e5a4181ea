"""`reset`: keep the exercise and lay out the stub, or bring back what was kept."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..practice.interview import Standing
from ..practice.journal import JournalError
from ..practice.practice import Practice
from ..practice.saved import SavedError
from ..report import reset_screen
from ..report.page import Page
from ..report.times import countdown
from ..submission import UsageError
from .shared import consent, memory, output, places, target


def options(parser: ArgumentParser) -> None:
    """Add what `reset` takes."""
    group = parser.add_argument_group("options of reset")
    group.add_argument("--undo", action="store_true", help="restore the last backup")
    group.add_argument("--yes", action="store_true", help="do not ask")


def run(asked: Namespace) -> int:
    """Put the one or the other in place, and say where what was there is kept."""
    asked.twist = asked.twist or "none"  # a plain reset ends a twist
    practice = memory.practice_of(target.exercise(asked, "reset"), asked.clock)
    page = output.page()
    try:
        (_undo if asked.undo else _reset)(practice, page, yes=asked.yes)
    except (SavedError, JournalError) as error:
        raise UsageError(str(error)) from None
    output.put(page)
    return 0


def _reset(practice: Practice, page: Page, *, yes: bool) -> None:
    exercise = places.shown(practice.exercise)
    stub = "a blank stub" + ("" if practice.twist is None else f" of the twist {practice.twist}")
    act = "reset backs up your file and replaces it"
    if not _may_replace(practice, stub, act, yes=yes):
        reset_screen.nothing_changed(page)
        return
    standing = practice.running_interview()
    kept = practice.lay_out("reset")
    _say_what_is_given_up(page, standing)
    reset_screen.laid_out(page, practice.name, exercise, _shown(kept), practice.steps[0])


def _undo(practice: Practice, page: Page, *, yes: bool) -> None:
    copy = practice.last_copy()
    if copy is None:
        raise UsageError(
            f"There is no backup in {places.shown(practice.saved)} yet, so there is nothing to undo."
        )
    exercise, name = places.shown(practice.exercise), places.shown(copy)
    act = f"reset --undo backs up your file and restores {name}"
    if not _may_replace(practice, name, act, yes=yes):
        reset_screen.nothing_changed(page)
        return
    standing = practice.running_interview()
    kept = practice.bring_back(copy)
    _say_what_is_given_up(page, standing)
    reset_screen.brought_back(page, practice.name, exercise, name, _shown(kept))


def _say_what_is_given_up(page: Page, standing: Standing | None) -> None:
    """That an interview has ended by this, if one was running."""
    if standing is not None:
        left = countdown(standing.left)
        page.prose(f"The running interview, {left} left, is given up.", style="todo")


def _may_replace(practice: Practice, what: str, act: str, *, yes: bool) -> bool:
    """Whether there is nothing to lose, or it is meant; `act` says what `reset` does with the file."""
    standing = practice.running_interview()
    is_kept = not practice.is_fresh() and os.path.lexists(practice.exercise)
    if yes or not (is_kept or standing):
        return True
    if not consent.at_a_terminal():
        raise UsageError(
            act
            + (", and gives up the running interview" if standing else "")
            + ". There is no terminal to ask on. To go ahead, add --yes."
        )
    question = output.page()
    reset_screen.about_to_replace(question, practice.name, what, places.shown(practice.exercise))
    if standing is not None:
        reset_screen.gives_up_interview(question, standing.left)
    output.put(question)
    return consent.agreed("Continue?")


def _shown(kept: Path | None) -> str:
    return "" if kept is None else places.shown(kept)
