"""Steps that failed without a mistake being recognised: what was seen, and no guess."""

from collections.abc import Mapping, Sequence

from ...sandbox.client import TIME_IS_UP
from ...verdict import Check
from ..diagnosis import Named
from ..learner import Learner
from . import of_method, vectorization


def find_unexplained(
    learner: Learner, steps: set[str], checks: Mapping[str, Sequence[Check]], named: list[Named]
) -> list[Named]:
    """A finding for each of these steps, with the message of its first check that failed.

    The training and the vectorization are left out where another finding explains them.
    """
    exercise, found = learner.exercise, list[Named]()
    for step in exercise.steps:
        method = exercise.method_of(step)
        follows = method is None or learner.trains(method.name)
        if step not in steps or (follows and named and step != exercise.steps[0]):
            continue
        apart = method is not None and step != method.step
        message = next(check.message for check in checks[step] if check.status == "failed")
        if learner.sandbox.time_is_up:
            if TIME_IS_UP not in message:
                found.append(
                    Named(method.wrong_value if method else _without_method(step), step, None, message)
                )
            elif not found:
                found.append(Named("times-out", step, None, message))
            continue
        if method is not None and not learner.trains(method.name) and of_method(learner, method.step):
            continue  # it shows what is named where another method, or another step, shows it too
        line = learner.outline.line_of_return(method.name) if method else None
        fallback = method.wrong_value if method else _without_method(step)
        if apart and method is not None and method.apart is not None:
            fallback = method.apart.mistake
        found.append(Named(fallback, step, line, message))
    return found


def _without_method(step: str) -> str:
    return "loop-over-samples" if step == vectorization.STEP else "raises"
