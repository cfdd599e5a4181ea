"""Options that several commands share, and how their values are read."""

import math
from argparse import ArgumentTypeError, Namespace, _ArgumentGroup
from collections.abc import Callable

from ...sandbox.limits import Limits

MAX_TIME_LIMIT = 86_400.0
MIN_MEBIBYTES, MAX_MEBIBYTES = 64, 1 << 20  # MiB; with less, NumPy cannot start


def whole_number(what: str, wanted: str, least: int, most: int) -> Callable[[str], int]:
    """A function that parses a whole number in this range; `what` and `wanted` describe it in the message."""

    def parse(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) <= 100 and least <= int(text) <= most:
            return int(text)
        raise ArgumentTypeError(f"{text!r} is not a valid {what}; give {wanted}")

    return parse


seed = whole_number("seed", "a whole number, 0 or above", 0, 10**100 - 1)
count = whole_number("count", "a whole number above 0", 1, 10**9 - 1)
mebibytes = whole_number(
    "memory limit", f"whole mebibytes from {MIN_MEBIBYTES} to {MAX_MEBIBYTES}", MIN_MEBIBYTES, MAX_MEBIBYTES
)


def seconds(text: str) -> float:
    """Parse a time limit, in seconds."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if 0 < number <= MAX_TIME_LIMIT:
        return number
    raise ArgumentTypeError(
        f"{text!r} is not a valid time limit; give seconds above 0, at most {MAX_TIME_LIMIT:.0f}"
    )


def add_grading(group: _ArgumentGroup) -> None:
    """Add the options for how a file is graded; `limits` reads the last two."""
    text = "repeat the random data of an earlier run"
    group.add_argument("--seed", type=seed, metavar="N", help=text)
    group.add_argument("--no-hints", action="store_true", help="say what is wrong, without hints")
    text = "processor time that one call may take (wall time: twice that)"
    group.add_argument("--time-limit", type=seconds, metavar="SECONDS", help=text)
    text = "memory that the code may take, above what the worker itself needs"
    group.add_argument("--memory-limit", type=mebibytes, metavar="MIB", help=text)


def add_problems(group: _ArgumentGroup) -> None:
    """Add the option that prints the findings for an editor."""
    text = "a line per finding on stdout, as compilers write errors, and nothing else"
    group.add_argument("--problems", action="store_true", help=text)


def add_fix(group: _ArgumentGroup) -> None:
    """Add the option that looks for fixes."""
    text = "look for the smallest change that makes the code right, and verify it"
    group.add_argument("--fix", action="store_true", help=text)


def limits(args: Namespace) -> Limits:
    """The limits on each call: from the options, or the defaults."""
    usual = Limits()
    return Limits(
        processor=usual.processor if args.time_limit is None else args.time_limit,
        wall=usual.wall if args.time_limit is None else 2 * args.time_limit,
        memory=usual.memory if args.memory_limit is None else args.memory_limit << 20,
    )
