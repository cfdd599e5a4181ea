"""What may stand behind an option: read from text, or refused with a word on what is wanted."""

import math
from argparse import ArgumentTypeError

LONGEST, LARGEST = 86_400.0, 1 << 20


def seed(text: str) -> int:
    """A whole number that is not negative."""
    if text.isascii() and text.isdigit() and len(text) <= 100:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no seed; give a whole number that is not negative")


def count(text: str) -> int:
    """How many of something: a whole number above 0."""
    if text.isascii() and text.isdigit() and len(text) <= 9 and int(text):
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no count; give a whole number above 0")


def seconds(text: str) -> float:
    """A time limit, in seconds."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if 0 < number <= LONGEST:
        return number
    raise ArgumentTypeError(f"{text!r} is no time limit; give seconds above 0, at most {LONGEST:.0f}")


def mebibytes(text: str) -> int:
    """A memory limit, in MiB."""
    if text.isascii() and text.isdigit() and len(text) <= 9 and 0 < int(text) <= LARGEST:
        return int(text)
    wanted = f"give whole mebibytes above 0, at most {LARGEST}"
    raise ArgumentTypeError(f"{text!r} is no memory limit; {wanted}")
