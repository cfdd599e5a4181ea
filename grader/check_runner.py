"""Run the hidden checks of an exercise one after another; `judge` does the same with pytest."""

from typing import TYPE_CHECKING

from .verdict import CheckResult

if TYPE_CHECKING:
    from .engine.asking.learner import Learner
    from .engine.checks.hidden_check import Check
    from .engine.declaration.exercise import Exercise

Checks = dict[str, tuple[CheckResult, ...]]
"""The checks of each step, by its name."""


def run_checks(exercise: "Exercise", learner: "Learner") -> Checks:
    """Run every check without pytest, because its start takes longer than the checks; the results by step.

    Raises:
        JudgeError: if a check broke.
    """
    by_step = checks_by_step(exercise)
    return {step: tuple(check.result_for(learner) for check in by_step[step]) for step in by_step}


def checks_by_step(exercise: "Exercise") -> "dict[str, list[Check]]":
    """The checks of each step."""
    from .engine.checks.declared import checks_of

    return {step: [check for check in checks_of(exercise) if check.step == step] for step in exercise.steps}


def check_names(exercise: "Exercise") -> dict[str, list[str]]:
    """The names of the checks of each step."""
    return {step: [check.name for check in checks] for step, checks in checks_by_step(exercise).items()}
