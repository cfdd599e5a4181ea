"""Recognise steps other than plain gradient descent by their numbers: a changing rate, momentum, Adam.

A rate may also change only late in a long training.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from ....observation import Seen, close
from ...asking.learner import Learner
from ...declaration.twist import Twist
from ...training import descent, trajectory
from ...training.trajectory import Run

FEW = 3  # epochs
EXACT = 1e-6
ALIKE = 1e-3
LEAST_MOMENTUM = 1e-3


def recognise(runs: list[Run], part: slice = slice(None)) -> str:
    """The name of the mistake that the first three steps, or this part of them, show; empty if none."""
    found, run = places(runs), runs[0]
    at = [np.append(*state) for state in found or ()]
    if found is None or not np.isfinite(at).all():
        return ""
    slopes = [descent.slope(run.exercise, run.case, theta) for theta in at[:-1]]
    slopes = [slope[part] for slope in _directions(run.exercise.task, slopes)]
    steps = [(before - after)[part] for before, after in pairwise(at)]
    if not all(np.linalg.norm(v) for v in (*slopes, *steps)):
        return ""
    rates = [float(step @ slope / (slope @ slope)) for step, slope in zip(steps, slopes, strict=True)]
    norm, parts = np.linalg.norm, zip(steps, rates, slopes, strict=True)
    apart = [norm(s - r * g) / norm(s) for s, r, g in parts]
    if max(apart) > EXACT:
        plain_at_first = apart[0] <= EXACT and rates[0] > 0
        if (plain_at_first and _has_momentum(steps, slopes)) or _is_normalised(steps, slopes):
            return "momentum"
        if run.exercise.twist is None and part == slice(None) and _half_has_momentum(steps, slopes):
            return "momentum"
    counts = (3,) if _records_descent(runs) else (3, 2)  # a schedule by `epochs` shows in two
    for count in counts:
        used = rates[:count]
        if max(apart[:count]) <= EXACT and 0 < min(used) < (1 - 1e-4) * max(used):
            return "rate changes"
    return ""


def _directions(twist: Twist, slopes: list[np.ndarray]) -> list[np.ndarray]:
    """The right steps for a rate of 1: the gradients, with the momentum or the schedule of a twist."""
    found: list[np.ndarray] = []
    for epoch, slope in enumerate(slopes):
        kept = twist.inertia * found[-1] if found else 0.0
        found.append(kept + slope * (twist.rate(epoch) if twist.rate else 1.0))
    return found


def half_moved(runs: list[Run]) -> list[str]:
    """The names if only one parameter changes: for the unmoved one, and for what the steps show."""
    name = unmoved([run for run in runs if run.epochs and run.lr == trajectory.LR])
    moving = slice(None, -1) if name == "number unmoved" else slice(-1, None)
    return [found for found in (name, recognise(runs, moving)) if found] if name else []


def unmoved(runs: list[Run]) -> str | None:
    """The name of the mistake that one parameter never changes in these runs while the other one does."""
    states = [(run.end, run.case.start) for run in runs if run.end is not None]
    names = ("vector unmoved", "number unmoved")
    stay = [all(np.array_equal(end[k], start[k]) for end, start in states) for k in range(2)]
    return names[stay.index(True)] if sum(stay) == 1 and len(states) == len(runs) else None


def _records_descent(runs: list[Run]) -> bool:
    """Whether the losses are those of plain descent, so that only the final parameters differ."""
    run = trajectory.run_of(runs, FEW)
    plain = np.asarray(run.descend().losses[:FEW])
    return run.losses is not None and close(run.losses, plain, EXACT)


def places(runs: list[Run]) -> list[descent.State] | None:
    """The parameters after 0, 1, 2 and 3 epochs with one rate; None if some are not numbers."""
    ends = [trajectory.run_of(runs, epochs).end for epochs in range(4)]
    found = [end for end in ends if end is not None]
    return found if len(found) == 4 else None


def _has_momentum(steps: list[np.ndarray], slopes: list[np.ndarray]) -> bool:
    """Whether each step combines its own gradient, always with the same rate, and earlier gradients."""
    rates, earlier = [], 0.0
    for k in (1, 2):
        basis = np.column_stack(slopes[k::-1])
        (rate, *kept), *_ = np.linalg.lstsq(basis, steps[k], rcond=None)
        size = np.linalg.norm(steps[k])
        if np.linalg.norm(basis @ [rate, *kept] - steps[k]) > EXACT * size:
            return False
        if kept[0] < -(1 - EXACT) * rate:
            return False  # this takes an earlier step back, as a penalty may
        rates.append(rate)
        earlier = max(earlier, *np.abs(kept) * np.linalg.norm(basis[:, 1:], axis=0) / size)
    return min(rates) > 0 and np.ptp(rates) <= ALIKE * max(rates) and bool(earlier >= LEAST_MOMENTUM)


def _half_has_momentum(steps: list[np.ndarray], slopes: list[np.ndarray]) -> bool:
    """Whether only the vector's or the number's steps have momentum, and the others a constant rate."""
    vector = [step[:-1] for step in steps], [slope[:-1] for slope in slopes]
    number = [step[-1:] for step in steps], [slope[-1:] for slope in slopes]
    if _constant_rate(*number):
        return _has_momentum(*vector)
    return _constant_rate(*vector) and _carries_on(np.ravel(number[0]), np.ravel(number[1]))


def _constant_rate(steps: list[np.ndarray], slopes: list[np.ndarray]) -> bool:
    rates = [float(step @ slope / (slope @ slope)) for step, slope in zip(steps, slopes, strict=True)]
    plain = all(close(r * g, s, EXACT) for r, g, s in zip(rates, slopes, steps, strict=True))
    return plain and 0 < max(rates) <= (1 + EXACT) * min(rates)


def _carries_on(steps: np.ndarray, slopes: np.ndarray) -> bool:
    """Whether a number's steps each add a constant share of the step before to that of their own slope."""
    rate = steps[0] / slopes[0]
    share = (steps[1] - rate * slopes[1]) / steps[0]
    third = rate * slopes[2] + share * steps[1]
    return bool(rate > 0 and share >= LEAST_MOMENTUM and abs(third - steps[2]) <= EXACT * abs(steps[2]))


def _is_normalised(steps: list[np.ndarray], slopes: list[np.ndarray]) -> bool:
    """Whether the first step, but not the third, is equally long in every direction, as in Adam."""
    if not np.all(np.sign(steps[0]) == np.sign(slopes[0])):
        return False
    spreads = [float(np.ptp(np.abs(step)) / np.max(np.abs(step))) for step in steps]
    return spreads[0] <= ALIKE < spreads[2]


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
