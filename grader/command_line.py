"""What to type: the one place that says how a command names the exercise that it is about."""

import sys
from pathlib import PurePath

DEFAULT = "linear_regression"
"""The exercise that is meant where none is named."""
PROGRAM = "kata" if PurePath(*sys.argv[:1]).stem == "kata" else "python -m grader"
"""How the program was called, as it is printed; `kata` is its console script."""


def command(exercise: str, *words: str, meant: str = DEFAULT) -> str:
    """The command line of these words; it names the exercise where that is not the default.

    `meant` is the exercise that the words stand for by themselves, as a file in `exercises/` does.
    """
    usual = exercise == meant == DEFAULT
    return " ".join([PROGRAM, *words, *(() if usual else ("--exercise", exercise))])
