"""`check`: grade one file and say what came of it."""

import gc
from argparse import ArgumentParser, Namespace

from ..sandbox import forks
from .shared import arguments


def options(parser: ArgumentParser) -> None:
    """Add what `check` takes."""
    group = parser.add_argument_group("options of check")
    group.add_argument("--json", action="store_true", help="one JSON document on stdout, nothing else")
    arguments.add_problems(group)
    arguments.add_fix(group)
    text = "show the smallest failing input that can be found, as Python to paste"
    group.add_argument("--case", action="store_true", help=text)
    arguments.add_grading(group)
    arguments.add_formats(parser)


def run(asked: Namespace) -> int:
    """Grade the file, print the verdict, return the exit status.

    A worker starts first, and gets ready while all else is imported.
    """
    gc.disable()  # most of what is made stays to the end: looking for garbage is a tenth of the time
    try:
        with forks.started() as start:
            from .shared.checking import check

            return check(asked, start)
    finally:
        gc.enable()
