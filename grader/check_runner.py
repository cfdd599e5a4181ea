"""Run the hidden checks of an exercise one after another; `judge` does the same with pytest."""

from typing import TYPE_CHECKING

from .verdict import Check

if TYPE_CHECKING:
    from .engine.exercise import Exercise
    from .engine.hidden_check import Check as HiddenCheck
    from .engine.learner import Learner

Checks = dict[str, tuple[Check, ...]]
"""The checks of each step, by its name."""


class JudgeError(Exception):
    """The checks could not be run: a fault of the grader."""


def run_checks(exercise: "Exercise", learner: "Learner") -> Checks:
    """Run every check without pytest, whose start takes longer than the checks of one file; by step.

    Raises:
        JudgeError: if a check broke.
    """
    from .engine.checks import checks_of

    found: dict[str, list[Check]] = {step: [] for step in exercise.steps}
    for check in checks_of(exercise):
        found[check.step].append(result_of(check, learner))
    return {step: tuple(checks) for step, checks in found.items()}


def result_of(check: "HiddenCheck", learner: "Learner") -> Check:
    """The result of one check; raises JudgeError if it broke."""
    try:
        return check.said_of(learner)
    except Exception as error:
        said = f"the check '{check.name}' broke: {type(error).__name__}: {error}"
        raise JudgeError(said) from error


def check_names(exercise: "Exercise") -> dict[str, list[str]]:
    """The names of the checks of each step, without running anything."""
    from .engine.checks import checks_of

    found: dict[str, list[str]] = {step: [] for step in exercise.steps}
    for check in checks_of(exercise):
        found[check.step].append(check.name)
    return found
