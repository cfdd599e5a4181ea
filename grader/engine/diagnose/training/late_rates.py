"""Find out whether a long training takes some of its later steps with another learning rate than given."""

from dataclasses import replace

import numpy as np

from ....observation import Seen
from ...asking.learner import Learner
from ...training import descent, trajectory
from ...training.trajectory import Run


def changes_late(learner: Learner, run: Run, right: bool) -> float | None:
    """The rate of one of the last two steps of a long run (one may be undone), or of its first wrong step.

    None if all rates are as given, or if a step depends on more than its rate and the gradient.
    """
    if run.exercise.task.inertia:
        return None

    def rate(epochs: int) -> float | None:
        end, before = (_shorter(learner, run, k, right) for k in (epochs, epochs - 1))
        return _rate_of_last(end, before.seen)

    return rate(run.epochs) or rate(run.epochs - 1) or rate(_first_wrong(learner, run, right))


def _first_wrong(learner: Learner, run: Run, right: bool) -> int:
    """The number of epochs after which a run leaves the path of right descent, found by bisection."""
    good, bad = 0, run.epochs
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if _shorter(learner, run, middle, right).is_right else (good, middle)
    return bad


def _shorter(learner: Learner, run: Run, epochs: int, right: bool) -> Run:
    """The same run with another number of epochs."""
    return replace(run, epochs=epochs, seen=learner.fits(run.case, (run.lr, epochs), right=right)[0])


def _rate_of_last(run: Run, before: Seen) -> float | None:
    """The rate of the last step of a long run, if it follows the gradient with another rate than given.

    `before` is the outcome of the same run with one epoch less.
    """
    start = trajectory.parameters(before, run.case.d)
    if start is None or run.end is None:
        return None
    step = np.append(*start) - np.append(*run.end)
    slope = np.append(*descent.gradients(run.exercise, run.case, start))
    if not np.isfinite(step).all() or np.linalg.norm(step) < 1e-9 * np.linalg.norm(np.append(*start)):
        return None
    rate, task = float(step @ slope / (slope @ slope)), run.exercise.task
    wanted = run.lr * (task.rate(run.epochs - 1) if task.rate else 1.0)
    along = np.linalg.norm(step - rate * slope) <= 1e-5 * np.linalg.norm(step)
    return rate if along and rate > 0 and abs(rate - wanted) > 1e-4 * wanted else None
