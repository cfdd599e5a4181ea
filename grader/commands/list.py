"""`list`: name the steps with their checks, and how to go on."""

import sys
from argparse import ArgumentParser, Namespace

from ..submission import UsageError
from . import PROGRAM, output, places


def options(parser: ArgumentParser) -> None:
    """There is nothing to choose."""


def run(asked: Namespace) -> int:
    """Print the list."""
    if asked.words:
        raise UsageError(f"list takes no argument, and here is {asked.words[0]!r}. Type: {PROGRAM} list")
    from ..judge import check_names
    from ..kata import find_kata
    from ..report import listing, paint

    kata = find_kata(None)
    names = check_names(kata.declaration)
    steps = {step: names.get(step, []) for step in kata.steps}
    page = listing.steps(kata.name, steps, places.shown(kata.exercise), paint.page_for(sys.stdout))
    output.write(paint.painted(page, sys.stdout))
    return 0
