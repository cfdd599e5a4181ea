"""The command lines that are shown to the learner: the one place that adds the exercise to them."""

import sys
from pathlib import PurePath

DEFAULT = "linear_regression"
"""The exercise that is used if none is named."""
PROGRAM = "kata" if PurePath(*sys.argv[:1]).stem == "kata" else "python -m grader"
"""How the program was called, for messages; `kata` is its console script."""


def command(exercise: str, *words: str, meant: str = DEFAULT) -> str:
    """The command line of these words; it names the exercise unless that is the default.

    `meant` is the exercise that the words imply by themselves, as a file in `exercises/` does. Without a
    command or a file among the words, the exercise's name alone says that its own file is to be graded.
    """
    usual = exercise == meant == DEFAULT
    if not usual and (not words or words[0].startswith("--")):
        return " ".join([PROGRAM, exercise, *words])
    return " ".join([PROGRAM, *words, *(() if usual else ("--exercise", exercise))])
