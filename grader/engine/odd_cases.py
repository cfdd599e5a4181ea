"""Data that is not tame: very few samples, odd columns, rows twice, and numbers large and small.

Code that is right elsewhere and wrong here clips, rounds, drops, scales or special-cases.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from .case import Case
from .exercise import Exercise

HUGE, TINY = 1e4, 1e-4
HUGE_TARGETS = 1e5
FEW, SPREAD = (12, 2), 1.15  # so that a thousand epochs at the default rate go past convergence
OUTLIER = 15.0  # standard deviations


def odd_cases(exercise: Exercise, seed: int, tall: Case, path: Case | None) -> Iterator[Case]:
    """The cases, each under a name of its own.

    Args:
        exercise: whose data they are.
        seed: of the random generator.
        tall: the plain case that the large and the small numbers are made of.
        path: the same for the training; None where an exercise has none.
    """
    random = np.random.default_rng([seed, 1])
    yield exercise.draw("lone", random, 1, 1)
    yield exercise.draw("pair", random, 2, 2)
    yield _wild(exercise.draw("wild", random, 45, 30))
    yield _scaled(tall, "large_values", HUGE, "")
    yield _scaled(tall, "small_values", TINY, "X")
    if path is not None:
        yield _scaled(path, "huge_targets", HUGE_TARGETS, "X")
        yield _scaled(path, "tiny_targets", TINY, "X")
        yield path.given("flat_targets", y=np.full(path.n, 2.0))
        few = exercise.draw("few", random, *FEW)
        drawn = random.normal(0.0, 1.0, FEW)
        orthogonal, _ = np.linalg.qr(drawn - drawn.mean(axis=0))
        yield few.given("few", X=SPREAD * np.sqrt(few.n) * orthogonal)


def _wild(case: Case) -> Case:
    """Columns of one number, of ones and of zeros, a row twice, and an outlier in every array."""
    X = case.X.copy()
    X[:, 0], X[:, 1], X[:, 2] = 1.5, 1.0, 0.0
    changed = {name: value.copy() for name, value in case.args.items() if isinstance(value, np.ndarray)}
    changed["X"] = X
    for array in changed.values():
        array[1] = array[0]
        array.reshape(len(array), -1)[7, -1] += OUTLIER * np.std(array)
    return case.given("wild", **changed)


def _scaled(case: Case, name: str, factor: float, but: str) -> Case:
    """The case with every array but one, and the state, so many times as large."""
    arrays = {
        n: factor * value for n, value in case.args.items() if isinstance(value, np.ndarray) and n != but
    }
    start: list[Any] = [factor * part for part in case.start]
    return case.given(name, **arrays).at(name, *start)
