"""`reset`: back up the exercise and replace it with the stub, or restore the last backup."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..command_line import command
from ..practice import backups
from ..practice.practice import Practice
from ..report.times import countdown
from ..submission import UsageError
from .shared import asking, practice_records, streams, target, typed_paths


def options(parser: ArgumentParser) -> None:
    """Add the options of `reset`."""
    group = parser.add_argument_group("options of reset")
    group.add_argument("--undo", action="store_true", help="restore the last backup")
    group.add_argument("--yes", action="store_true", help="do not ask")


def run(args: Namespace) -> int:
    """Replace the file with the stub or the last backup, and say where the old content is kept."""
    args.twist = args.twist or "none"  # a plain reset ends a twist
    practice = practice_records.practice_of(target.exercise(args, "reset"), args.clock)
    copy = _last_copy(practice) if args.undo else None
    if copy is None:
        what = "a blank stub" + ("" if practice.twist is None else f" of the twist {practice.twist}")
        act = "reset backs up your file and replaces it"
    else:
        what = typed_paths.shown(copy)
        act = f"reset --undo backs up your file and restores {what}"
    if not _may_replace(practice, what, act, yes=args.yes):
        streams.show(lambda page: page.prose("Nothing was changed."))
        return 0
    _replace(practice, copy, what)
    return 0


def _last_copy(practice: Practice) -> Path:
    copy = backups.last(practice.exercise, practice.saved)
    if copy is None:
        raise UsageError(
            f"There is no backup in {typed_paths.shown(practice.saved)} yet, so there is nothing to undo."
        )
    return copy


def _may_replace(practice: Practice, what: str, act: str, *, yes: bool) -> bool:
    """Whether nothing would be lost, or the user agrees; `act` says what `reset` does with the file."""
    state = practice.running_interview()
    is_kept = not practice.is_fresh() and os.path.lexists(practice.exercise)
    if yes or not (is_kept or state):
        return True
    if not asking.at_a_terminal():
        raise UsageError(
            act
            + (", and gives up the running interview" if state else "")
            + ". There is no terminal to ask on. To go ahead, add --yes."
        )
    page, exercise = streams.page(), typed_paths.shown(practice.exercise)
    page.prose(f"This replaces {page.line(exercise)} with {page.line(what)}.")
    page.prose(f"Your code is backed up; {_undo(practice)} restores it.")
    if state is not None:
        left = countdown(state.left)
        page.prose(f"An interview is running, {left} left: this gives it up.", style="todo")
    streams.put(page)
    return asking.agreed("Continue?")


def _replace(practice: Practice, copy: Path | None, what: str) -> None:
    """Replace the file with `copy` or, without one, with the stub; `what` names either on the screen."""
    state = practice.running_interview()
    kept = practice.lay_out("reset") if copy is None else practice.bring_back(copy)
    page = streams.page()
    exercise = page.line(typed_paths.shown(practice.exercise))
    if state is not None:
        page.prose(f"The running interview, {countdown(state.left)} left, is given up.", style="todo")
    laid_out = f"is {what} now, and the clock of a new attempt runs"
    page.prose(
        f"{exercise} {laid_out if copy is None else f'is restored from {page.line(what)}'}.", style="title"
    )
    if kept is not None:
        page.prose(page.line(typed_paths.shown(kept)), label="Backup ")
        purpose = "to restore it" if copy is None else "to undo this"
        page.prose(f"{_undo(practice)}  ({purpose})", label="Undo   ")
    again = command(practice.name)
    if copy is None:
        page.prose(f"write {practice.steps[0]} and save the file, then run: {again}", label="Next   ")
    else:
        page.prose(again, label="Next   ", style="command")
    streams.put(page)


def _undo(practice: Practice) -> str:
    return command(practice.name, "reset", "--undo")
