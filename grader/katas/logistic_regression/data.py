"""The data that submissions are tested on: labels with noise, so that no line separates the classes.

p is not what the model would give, lies between 0.1 and 0.9, and its residuals do not sum to zero. Scores
are moderate: no probability during training is so close to 0 or 1 that clipping it would show.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ...engine.declaration.case import Case, Extra
from ...engine.declaration.drawn_cases import LARGE, Cases
from ..linear_regression.data import is_telling

# These cases tell mistakes apart, so their residuals must have both signs and a mean other than zero.
TELLING = {"tall", "wide", "path", "square"}
LOW, HIGH = 0.1, 0.9
MOST, USUAL, LEAST = 5.0, 3.0, 1e-3  # magnitudes of scores
SEPARATED, FAR = "exact", 25.0  # the case that no parameters fit better, and about the size of its scores
FAR_STATE = 1e4
GOLDEN = 0.6180339887
LR_TRIED, LEAST_CHANGE = 0.06, 1e-4
"""The change of a step, relative to the parameters, that tells one from another."""
GROWING_LR, GROWING_EPOCHS = 6.0, 6
CLIPPED, LEAST_SEEN = 1e-8, 2e-6
"""What is added to a probability so that its logarithm is finite; the change of the loss that may be seen."""
FAR_FROM_ZERO = 0.6  # a start that cannot be mistaken for a small random one


def draw(name: str, random: np.random.Generator, n: int, d: int) -> Case:
    """Draw a case with n samples and d features; those in TELLING are redrawn until mistakes differ."""
    case = _drawn(name, random, n, d)
    if name == SEPARATED:
        return _separated(case)
    while name in TELLING and not _tells(case):
        case = _drawn(name, random, n, d)
    return case


def _drawn(name: str, random: np.random.Generator, n: int, d: int) -> Case:
    X = random.normal(0.4, 1.3, (n, d))
    w = random.choice([-1.0, 1.0], d) * random.uniform(0.5, 1.1, d)
    b = float(random.choice([-1.0, 1.0]) * random.uniform(0.4, 0.9))
    true_w = w + random.choice([-1.0, 1.0], d) * random.uniform(0.8, 1.6, d)
    true_b = -0.5 * b
    y = (random.uniform(0.0, 1.0, n) < sigmoid(X @ true_w + true_b)).astype(float)
    p = random.uniform(LOW, HIGH, n)
    return valid(Case(name, {"X": X, "y": y, "p": p}, {"w": w, "b": b}, (d,), (true_w, true_b)))


def _separated(case: Case) -> Case:
    """The case with its samples moved so far from w's boundary that the loss is about 1e-10."""
    w, b = case.start
    score = case.X @ w + b
    far = np.where(np.arange(case.n) % 2, FAR, -FAR) + score
    X = case.X + np.outer(far - score, w / (w @ w))
    return case.with_args(case.name, X=X, y=(far > 0).astype(float))


def sigmoid(score: np.ndarray) -> np.ndarray:
    """The probabilities for these scores."""
    found: np.ndarray = 0.5 * (1 + np.tanh(0.5 * score))
    return found


def _tells(case: Case) -> bool:
    """Whether residuals have both signs and a nonzero mean, and some scores lie between thresholds.

    For a training: whether a step shows which parameters its gradients belong to.
    """
    if case.name == "path" and not (_shows_late_gradients(case) and _hides_clipping(case)):
        return False
    scores = case.X @ case.start[0] + case.start[1]
    between = ((0.05, 0.4), (0.41, 0.5), (0.5, 0.84))  # of 0.5 for a score, 0.6 and 0.7 for a probability
    small = all(((scores > low) & (scores < high)).any() for low, high in between)
    both = all(is_telling(residual, 0.03) for residual in _residuals(case))
    return both and (small or case.name not in ("tall", "wide"))


def _shows_late_gradients(case: Case) -> bool:
    """Whether a gradient computed after the step of the other parameter makes another step.

    And whether the parameters are so large that no small start leads to the same end.
    """
    whole = np.append(*case.start)
    if np.max(np.abs(whole)) < FAR_FROM_ZERO:
        return False
    A = np.column_stack([case.X, np.ones(case.n)])
    for start in (whole, np.zeros(case.d + 1)):
        step = LR_TRIED * _slope(A, case.y, start)
        for moved, other in ((slice(-1), slice(-1, None)), (slice(-1, None), slice(-1))):
            theta = start.copy()
            theta[moved] -= step[moved]
            late = LR_TRIED * _slope(A, case.y, theta)
            if np.max(np.abs((late - step)[other])) < LEAST_CHANGE * np.max(np.abs(start - step)):
                return False
    return True


def _hides_clipping(case: Case) -> bool:
    """Whether a training whose loss grows has no probabilities so close to 0 or 1 that clipping shows."""
    A = np.column_stack([case.X, np.ones(case.n)])
    for start in (np.append(*case.start), np.zeros(case.d + 1)):
        theta, losses, changes = start, [], []
        for _ in range(GROWING_EPOCHS + 1):
            right = np.maximum(sigmoid((2 * case.y - 1) * (A @ theta)), 1e-300)  # 0 has no logarithm
            losses.append(-np.mean(np.log(right)))
            changes.append(np.mean(np.log1p(CLIPPED / right)))
            theta = theta - GROWING_LR * _slope(A, case.y, theta)
        if max(changes) > LEAST_SEEN * max(losses):
            return False
    return True


def _slope(A: np.ndarray, y: np.ndarray, theta: np.ndarray) -> np.ndarray:
    """The gradient of the loss; A is X with a last column of ones, and theta is w followed by b."""
    found: np.ndarray = A.T @ (sigmoid(A @ theta) - y) / len(y)
    return found


def _residuals(case: Case) -> Iterator[np.ndarray]:
    yield case["p"] - case.y
    for w, b in ((np.zeros(case.d), 0.0), case.start):
        yield sigmoid(case.X @ w + b) - case.y


def valid(case: Case) -> Case:
    """The case, changed if necessary so that y are labels, p probabilities, and the scores moderate."""
    if not case.state or case.name == SEPARATED:
        return case
    spread = (GOLDEN * np.arange(1, case.n + 1)) % 1.0
    y, p = case.y, case["p"]
    if not ((y == 0) | (y == 1)).all():
        flipped = (spread < 0.25) if case.n > 2 else np.zeros(case.n, bool)
        median = np.sort(y)[(case.n - 1) // 2]  # `np.median` and `np.unique` would import numpy.ma
        y = ((y > median) ^ flipped).astype(y.dtype)
    if case.n > 1 and np.all(y == y[0]):
        y = y.copy()
        y[0] = 1 - y[0]
    if p.dtype.kind != "f" or not ((p > 0.9 * LOW) & (p < 1.1 * HIGH)).all():
        kind = p.dtype if p.dtype.kind == "f" else float
        p = (LOW + (HIGH - LOW) * spread).astype(kind)
    return _tame(case.with_args(case.name, y=y, p=p))


def _tame(case: Case) -> Case:
    """The case with w and b changed so that the scores are neither large nor close to zero."""
    w, b = case.start
    X = case.X.astype(float)
    if (most := float(np.abs(X @ w + b).max())) > MOST:
        w, b = w * USUAL / most, b * USUAL / most
    scores = X @ w
    for _ in range(50):
        sizes = np.abs(scores + b)
        if sizes.min() > min(LEAST, 0.01 / case.n) * (most := float(sizes.max())):
            break
        b += 0.00731 * most
    return replace(case, state={"w": np.asarray(w, dtype=float), "b": float(b)})


def integers(case: Case, random: np.random.Generator) -> Case:
    """The case with integer X and y; probabilities are never integers."""
    X, y = random.integers(-3, 5, (case.n, case.d)), random.integers(0, 2, case.n)
    return case.with_args("integers", X=X, y=y)


def extras(cases: Cases) -> list[Extra]:
    """Extra data for some of the methods: labels of other types, and zeros for w and b."""
    tall, mixed = cases["tall"], "integer and float32 data"
    float_y = valid(tall.with_args("float_y", X=np.rint(2 * tall.X).astype(np.int64)))
    whole_y = tall.with_args("whole_y", y=tall.y.astype(np.int8))
    far = tall.at("far_state", *(FAR_STATE * part for part in tall.start))
    at_zero = tall.at("at_zero", np.zeros(3), 0.0)
    both = ("compute_loss", "compute_gradients")
    return [
        Extra("w and b of zero", "for w and b of zero", at_zero, ("predict_proba",)),
        Extra(mixed, "for y of int8", whole_y, both),
        Extra(LARGE, "for w and b in the ten thousands", far, both),  # which the loss does not depend on
        Extra(mixed, "for integer X and a float y", float_y, ("compute_gradients",)),
    ]
