"""`list`: name the exercises, or the steps and checks of one, and what passed last."""

from argparse import Namespace

from ..kata import find_kata
from ..practice.clock import Clock
from ..report import listing
from ..report.page import Page
from ..submission import UsageError
from .shared import exercise_list, practice_records, streams, typed_paths


def run(args: Namespace) -> int:
    """Print the list."""
    name, page = _name(args), streams.page()
    if name is None:
        listing.exercises(exercise_list.all_exercises(args.clock), page)
    else:
        _list_steps(name, args.clock, page)
    streams.put(page)
    return 0


def _name(args: Namespace) -> str | None:
    """The exercise that the user names; None if none is named.

    Raises:
        UsageError: if more than one is named.
    """
    names: list[str] = args.words + ([] if args.exercise is None else [args.exercise])
    if len(set(names)) > 1:
        named = ", ".join(map(repr, names))
        raise UsageError(f"list takes one EXERCISE, but {len(names)} were given: {named}. Name one of them.")
    return names[0] if names else None


def _list_steps(name: str, clock: Clock, page: Page) -> None:
    from ..check_runner import check_names

    kata = find_kata(name)
    names = check_names(kata.declaration)
    checks = {step: names.get(step, []) for step in kata.steps}
    run = practice_records.practice_of(kata, clock).last_run()
    twists = {twist.name: twist.title for twist in kata.declaration.twists()}
    listing.steps(kata.name, checks, run, typed_paths.shown(kata.exercise_path), page, twists)
