"""Run a submission made of edits: the results of every method on probe data, and the final state."""

from functools import cache
from typing import Any

from grader.catalogue import Edit
from grader.doctor.catalogue import Outcomes
from grader.engine.diagnose.overlay import CONSTANT
from grader.katas.linear_regression.exercise import EXERCISE

SOME_NUMBER = "0.25"


def filled(edits: Edit) -> Edit:
    """The edits, with a number for each placeholder that stands for any number of the learner's."""
    return {slot: text.replace(CONSTANT, SOME_NUMBER) for slot, text in edits.items()}


def class_of(text: str) -> Any:
    """The class that a text defines."""
    namespace: dict[str, Any] = {}
    exec(compile(text, "submission", "exec"), namespace)
    return namespace["LinearRegression"]


@cache
def outcomes() -> Outcomes:
    """What runs the formula with edits."""
    return Outcomes(EXERCISE)


def numbers_of(edits: Edit) -> list[Any]:
    """All that the submission computes, to be compared by `grader.doctor.edits.alike`.

    The last calls come first: most mistakes show in `fit`, so that a comparison soon ends.
    """
    calls = reversed(list(outcomes()._asked()))
    return [outcomes()._gives(key, filled(edits)) for key in calls]
