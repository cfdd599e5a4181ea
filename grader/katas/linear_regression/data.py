"""The random data that submissions are tested on. Different mistakes give different numbers on them.

Residuals do not sum to zero, X is not centred, b is not zero, w is far from zero and from the solution, and
y_hat is not what the model would predict.
"""

from collections.abc import Iterator

import numpy as np

from ...engine.declaration.case import Case, Extra, whole
from ...engine.declaration.drawn_cases import Cases

# These cases tell mistakes apart by the residuals, which must have both signs and a mean other than zero.
TELLING = {"tall", "wide", "path"}
LEAST_CANCELLED = 0.1
# The smallest and the largest residual: no limit divides those of small values, a single one is not lost in
# the rounding of the targets to float32, and a pair raised to its limits does not cancel.
RESIDUALS: dict[str, tuple[float | np.ndarray, float]] = {
    "small_values": (5e-5, 9e-5),
    "pair": (np.array([0.4, 0.6]), np.inf),
    **dict.fromkeys(("one_sample", "lone"), (0.4, np.inf)),
}
LR_TRIED, EPOCHS_TRIED = 0.06, 3


def draw(name: str, random: np.random.Generator, n: int, d: int) -> Case:
    """Draw a case with n samples and d features; those in TELLING are redrawn until mistakes differ."""
    case = _drawn(name, random, n, d)
    while name in TELLING and not (_answer_is_large(case) and all(map(is_telling, _residuals(case)))):
        case = _drawn(name, random, n, d)
    return case


def _answer_is_large(case: Case) -> bool:
    """Whether the solution is too large to be mistaken for a small random start."""
    return float(np.max(np.abs(case.true[0]))) >= 1.0


def _residuals(case: Case) -> Iterator[np.ndarray]:
    """The residuals that methods are given, and those along descent from each possible start."""
    yield case["y_hat"] - case.y
    if case.name.startswith("path"):
        A = np.column_stack([case.X, np.ones(case.n)])
        for start in (np.append(*case.start), np.zeros(case.d + 1)):
            theta = start
            for _ in range(EPOCHS_TRIED):
                residual = A @ theta - case.y
                yield residual
                theta = theta - LR_TRIED * 2 / case.n * A.T @ residual


def is_telling(residual: np.ndarray, least: float = LEAST_CANCELLED) -> bool:
    """Whether the mean residual is neither close to zero nor close to the mean absolute residual."""
    left = abs(float(np.mean(residual))) / float(np.mean(np.abs(residual)))
    return least <= left <= 1 - LEAST_CANCELLED


def _drawn(name: str, random: np.random.Generator, n: int, d: int) -> Case:
    X = random.normal(0.6, 1.0, (n, d))
    signs = random.choice([-1.0, 1.0], d)
    w = signs * random.uniform(0.7, 1.6, d)
    b = float(random.choice([-1.0, 1.0]) * random.uniform(0.8, 1.8))
    true_w = w + random.choice([-1.0, 1.0], d) * random.uniform(0.8, 1.6, d)
    true_b = (-0.3 if name in TELLING else -1.3) * b
    y = X @ true_w + true_b + random.normal(0.0, 0.3, n)
    # Above the targets in some cases and below in others, so that a wrong sign cannot look right by chance.
    shift = float((1 if name in ("tall", "square") else -1) * random.uniform(0.7, 1.2))
    y_hat = y + shift + random.normal(0.0, 1.0, n)
    return Case(name, {"X": X, "y": y, "y_hat": y_hat}, {"w": w, "b": b}, (d,), (true_w, true_b))


def integers(case: Case, random: np.random.Generator) -> Case:
    """The case with integer X and y; y_hat stays float, as predictions do, because w is a float array."""
    X, y = random.integers(-3, 5, (case.n, case.d)), random.integers(-6, 9, case.n)
    return case.with_args("integers", X=X, y=y, y_hat=y + case["y_hat"] - case.y)


def valid(case: Case) -> Case:
    """The case, with residuals of the sizes that its name asks for, or a first step that moves b."""
    if case.name == "path":
        return _uneven(case)
    if case.name not in RESIDUALS:
        return case
    residual = case["y_hat"] - case.y
    smallest, largest = RESIDUALS[case.name]
    size = np.clip(np.abs(residual), smallest, largest)
    return case.with_args(case.name, y_hat=case.y + np.where(residual < 0, -size, size))


def _uneven(case: Case) -> Case:
    """The case; if as many predictions are above their targets as below, one changes sides."""
    residual = case.X @ case.state["w"] + case.state["b"] - case.y
    y = case.y.copy()
    y[0] += 2 * residual[0] * (np.sign(residual).sum() == 0)
    return case.with_args(case.name, y=y)


def extras(cases: Cases) -> list[Extra]:
    """Extra data for some of the methods."""
    tall, mixed = cases["tall"], "integer and float32 data"
    float_y = tall.with_args("float_y", X=whole(tall.X))
    whole_y = tall.with_args("whole_y", y=whole(tall.y))
    perfect, at_zero = tall.with_args("perfect", y_hat=tall.y), tall.at("at_zero", np.zeros(3), 0.0)
    small = tall.with_args("small", y_hat=tall.y + 1e-3 * (tall["y_hat"] - tall.y))
    both = ("compute_loss", "compute_gradients")
    return [
        Extra("w and b of zero", "for w and b of zero", at_zero, ("predict",)),
        Extra(mixed, "for float X and an integer y", whole_y, both),
        Extra("zero for a perfect fit", "for y_hat equal to y", perfect, both),
        Extra(mixed, "for integer X and a float y", float_y, ("compute_gradients",)),
        Extra("values in the thousands", "for small residuals", small, ("compute_gradients",), tells=True),
    ]
