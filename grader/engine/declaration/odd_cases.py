"""Unusual data: very few samples, odd columns, repeated rows, very large and very small numbers.

Code that is wrong only here clips, rounds, drops, scales or treats some values as special. Such code compares
something with a limit. The sizes that matter are fixed and not drawn, so no seed decides which limit shows.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from .case import Case
from .exercise import Exercise

HUGE, TINY = 1e4, 1e-4
HUGE_SLOPE = 2.5e6  # of the squared error at zero: a gradient of some millions for every seed
FAINT_SLOPE, STEEP_SLOPE = 2.5e-9, 1.5e9  # the same, of very small targets and of very large columns
# Gradients of other sizes than any usual limit or threshold, with more digits than one rounds to.
STEEP, SHALLOW = np.array([3.1e9, -2.3e9, 1.7e9]), np.array([5.43214937e-9, -3.87165493e-9, 2.61834719e-9])
# With the first, a training of a thousand epochs at the default rate converges before its end. With the
# other, one column does not, so a change at any epoch shows. Its targets are so large that every epoch gains.
FEW, SPREAD, LATE_SPREADS, LATE_TARGETS = (12, 2), 1.15, np.array([0.5, 0.12]), 100.0
SLOPES = "steep_slopes", "shallow_slopes"
FLAT = 200.0  # above all predictions, so that all residuals have one sign
OUTLIER = 15.0  # standard deviations


def odd_cases(exercise: Exercise, seed: int, tall: Case, path: Case | None) -> Iterator[Case]:
    """Draw unusual data.

    Args:
        exercise: the exercise that draws the data.
        seed: of the random generator.
        tall: the plain case that is scaled to large and to small numbers.
        path: the same for the training; None if the exercise has no training.
    """
    random = np.random.default_rng([seed, 1])
    yield exercise.draw("lone", random, 1, 1)
    yield exercise.draw("pair", random, 2, 2)
    yield _wild(exercise.draw("wild", random, 45, 30))
    yield _scaled(tall, "large_values", HUGE, "")
    yield _scaled(tall, "small_values", TINY, "X")
    if path is not None:
        yield from _with_slopes(exercise, tall)
        yield from _odd_paths(exercise, path)
        few = exercise.draw("few", random, *FEW)
        drawn = random.normal(0.0, 1.0, FEW)
        orthogonal, _ = np.linalg.qr(drawn - drawn.mean(axis=0))
        X = np.sqrt(few.n) * orthogonal
        yield few.with_args("few", X=SPREAD * X)
        y = LATE_TARGETS * few.y if exercise.descends.affine else few.y
        yield few.with_args("late", X=LATE_SPREADS * X, y=y)


def is_scalable(exercise: Exercise) -> bool:
    """Whether a training makes sense for columns and targets of any size: not if the targets are labels."""
    return (exercise.plain or exercise).descends.affine


def _odd_paths(exercise: Exercise, path: Case) -> Iterator[Case]:
    """Data for trainings with very large and very small numbers, and with a y of one number."""
    pull = np.abs(path.y @ path.X).max() / path.n  # half of the slope of the squared error at zero
    zero: list[Any] = [0.0 * part for part in path.start]
    yield _scaled(path, "huge_targets", HUGE_SLOPE / pull, "X")
    yield _scaled(path, "tiny_targets", TINY, "X")
    yield path.with_args("flat_targets", X=path.X - path.X.mean(axis=0), y=np.full(path.n, FLAT))
    if is_scalable(exercise):
        yield path.with_args("faint_targets", y=path.y * (FAINT_SLOPE / pull)).at("faint_targets", *zero)
        yield path.with_args("steep", X=path.X * (STEEP_SLOPE / pull)).at("steep", *zero)


def _with_slopes(exercise: Exercise, case: Case) -> Iterator[Case]:
    """The case with its columns scaled so that the gradient of the vector is as it is declared above."""
    parts = exercise.descends
    start: list[Any] = [0.0 * part for part in case.start]
    model = exercise.formula.model(case.new, dict(zip(case.state, start, strict=True)), {})
    slopes = getattr(model, parts.gradients)(case.X, case.y, case[parts.predicted])[0]
    for name, wanted in zip(SLOPES, (STEEP, SHALLOW), strict=True):
        yield case.with_args(name, X=case.X * (wanted / slopes)).at(name, *start)


def _wild(case: Case) -> Case:
    """Constant columns (one of ones, one of zeros), a row three times, and an outlier in every array."""
    X = case.X.copy()
    X[:, 0], X[:, 1], X[:, 2] = 1.5, 1.0, 0.0
    changed = {name: value.copy() for name, value in case.args.items() if isinstance(value, np.ndarray)}
    changed["X"] = X
    for array in changed.values():
        array[1] = array[-1] = array[0]
        array.reshape(len(array), -1)[7, -1] += OUTLIER * np.std(array)
    return case.with_args("wild", **changed)


def _scaled(case: Case, name: str, factor: float, but: str) -> Case:
    """The case with the state and every array except `but` multiplied by `factor`."""
    arrays = {n: factor * v for n, v in case.args.items() if isinstance(v, np.ndarray) and n != but}
    start: list[Any] = [factor * part for part in case.start]
    return case.with_args(name, **arrays).at(name, *start)
