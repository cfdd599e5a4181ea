"""Check the arguments that the training passes to the learner's other methods."""

from functools import partial
from typing import Any

import numpy as np

from ....observation import close
from ...asking import answers
from ...asking.learner import Learner
from ...diagnosis import Named
from ...training import descent
from ...training.collaborators import calls_made
from ...training.trajectory import METHOD, STEP, Run, run_of
from ..lines import formula_trace
from ..shared_helpers import misused
from ..signature import right_in_some_order

PASSES = "wrong arguments"
_same = partial(close, relative=1e-6)


def wrong_arguments(learner: Learner, right: bool, steps_right: bool) -> Named | None:
    """The first call in the first epoch that gets a wrong argument; None if all seem right.

    If the steps are right, only a call of the loss can be wrong: other wrong arguments do no harm then.
    """
    case = learner.cases["path"]
    parts = learner.exercise.descends
    fresh = descent.forward(learner.exercise, case)
    started = (np.zeros(case.d), 0.0)
    predictions = [fresh, descent.forward(learner.exercise, case, started)]
    others, made = _other_answers(learner), calls_made(learner, case, right)
    if any(_is(given.get(parts.predicted), fresh) for _, _, given in made):  # their method is right
        others += [(parts.forward, value) for value in _on_the_way(learner)]
    for name, line, given in made:
        made_up_for = steps_right and name != parts.loss
        if not given or made_up_for or _takes_other_things(learner, name):
            continue
        if _comes_right(learner, name, given, predictions):
            continue
        for argument, value in given.items():
            if right and _is_kept_by_theirs(learner, name, line, argument, predictions):
                continue
            if argument == parts.predicted and (other := next((m for m, a in others if _is(value, a)), "")):
                what = "an intermediate value of {}" if other == parts.forward else "what {} gives"
                said = f"{METHOD} calls {name} with {what.format(other)} as {argument}"
                return Named(PASSES, STEP, line, said)
            said = _wrong(argument, value, case.X, case.y, predictions)
            of_y = argument == parts.predicted and _is(given.get("y"), case.y)
            residuals = [sign * (p - case.y) for p in predictions for sign in (1, -1)]
            if not said and of_y and any(_is(value, residual) for residual in residuals):
                said = "the residual"
            if said:
                return Named(PASSES, STEP, line, f"{METHOD} calls {name} with {said} as {argument}")
    return None


def misused_helper(learner: Learner, runs: list[Run]) -> Named | None:
    """The call of a right helper that raises in the first epoch, when the parameters are as they were."""
    first = run_of(runs, 1)
    raised, ends = first.seen.raised, zip(first.seen.state.values(), first.case.start, strict=True)
    if raised is None or not all(
        end.content is not None and _same(end.content, np.asarray(begun)) for end, begun in ends
    ):
        return None
    if (call := misused(learner, raised, METHOD)) is None:
        return None
    line, name = call
    return Named(PASSES, STEP, line, f"{METHOD} calls {name} with wrong arguments: it raised {raised.says()}")


def _is_kept_by_theirs(
    learner: Learner, name: str, line: int | None, argument: str, predictions: list[np.ndarray]
) -> bool:
    """Whether an argument is only missing because a right method replaces theirs, which stores it."""
    case = learner.cases["path"]
    calls = {(called, at): given for called, at, given in calls_made(learner, case, right=False)}
    own = calls.get((name, line), {}).get(argument)
    return isinstance(own, np.ndarray) and not _wrong(argument, own, case.X, case.y, predictions)


def _takes_other_things(learner: Learner, name: str) -> bool:
    """Whether a method has different parameters, not only other names or another order."""
    method = learner.exercise.method(name)
    return bool(learner.signatures.other_names(name)) and not right_in_some_order(learner, method)


def _comes_right(learner: Learner, name: str, given: dict[str, Any], predictions: list[np.ndarray]) -> bool:
    """Whether a call gives what the right one would: a squared error of r and 0 is that of y_hat and y."""
    case, exercise, parts = learner.cases["path"], learner.exercise, learner.exercise.descends

    def answer(**args: Any) -> answers.Numbers | str:
        called = case.with_args("as it is called", **args)
        return answers.computed(exercise, exercise.method(name), called, {})

    found, wanted = answer(**given), [answer(**{parts.predicted: one}) for one in predictions]
    known = [right for right in wanted if not isinstance(right, str)]
    return any(all(map(_is, found, right)) for right in known)


def _other_answers(learner: Learner) -> list[tuple[str, np.ndarray]]:
    """The right answers of the methods that take only X and that the training should not use."""
    case, exercise = learner.cases["path"], learner.exercise
    used = (*exercise.collaborators, METHOD)
    methods = [m for m in exercise.methods if m.name not in used and m.takes == ("X",)]
    at = (case, case.at("path at zero", np.zeros(case.d), 0.0))
    return [(m.name, answers.right(exercise, m, one)[0]) for m in methods for one in at]


def _on_the_way(learner: Learner) -> list[np.ndarray]:
    """The values from which the predictions are computed, with one number per sample."""
    case, exercise = learner.cases["path"], learner.exercise
    method = exercise.method(exercise.descends.forward)
    made = formula_trace.between(exercise, method, case, given=False)
    right = answers.right(exercise, method, case)[0]
    return [value for value in made if value.shape == right.shape and not _same(value, right)]


def _is(value: Any, answer: np.ndarray) -> bool:
    return isinstance(value, np.ndarray) and _same(value, answer)


def _wrong(argument: str, value: Any, X: np.ndarray, y: np.ndarray, predictions: list[np.ndarray]) -> str:
    """Describe an argument that cannot be right; empty if it may be right."""
    array = value if isinstance(value, np.ndarray) else None
    if array is None:
        return "a number" if isinstance(value, float) else str(value)
    if argument == "X":
        if _same(array, X.T):
            return "X.T"
        if _same(array, -X):
            return "-X"
        return f"an array of shape {array.shape}" if array.ndim != X.ndim else ""
    if argument == "y" and (other := _other_than(array, X, y)):
        return other
    if array.ndim == 1 and argument == "y" and any(_same(array, p) for p in predictions):
        return "the predictions"
    if argument != "y" and _same(array, y):
        return "y"
    return "X" if _same(array, X) else ""


def _other_than(array: np.ndarray, X: np.ndarray, y: np.ndarray) -> str:
    """Describe what is passed in place of the targets, if it is a feature or the negative targets."""
    if any(_same(array, column) for column in X.T):
        return "a column of X"
    return "-y" if _same(array, -y) else ""
