"""The command lines that are shown to the learner: the one place that adds the exercise to them."""

import sys
from pathlib import PurePath

DEFAULT = "linear_regression"
"""The exercise that is used if none is named."""
PROGRAM = "kata" if PurePath(*sys.argv[:1]).stem == "kata" else "python -m grader"
"""How the program was called, for messages; `kata` is its console script."""


def command(exercise: str, *words: str, meant: str = DEFAULT) -> str:
    """The command line of these words; it names the exercise unless that is the default.

    `meant` is the exercise that the words imply by themselves, as a file in `exercises/` does.
    """
    usual = exercise == meant == DEFAULT
    return " ".join([PROGRAM, *words, *(() if usual else ("--exercise", exercise))])
