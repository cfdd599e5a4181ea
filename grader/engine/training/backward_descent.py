"""Run descent backwards if the gradient jumps (absolute errors): one end may then have several starts.

A sample with a residual near zero may have been on either side of the jump before the step. Every choice
of sides that is consistent gives a possible earlier state; the recorded losses tell which one it was.
"""

from collections.abc import Iterator
from itertools import chain, combinations

import numpy as np

from ..declaration.case import Case
from ..declaration.exercise import Exercise
from . import descent
from .descent import MOST_ROUNDS, State, split

NEAREST, MOST_STATES = 7, 16
SLACK = 4.0  # times its own effect: a sample may change sides only together with another


def starts(
    exercise: Exercise, case: Case, end: State, lr: float, epochs: int, history: np.ndarray | None
) -> list[State]:
    """The states, shapes (d,) and (), from which `epochs` steps lead to the end.

    Args:
        exercise: an exercise whose gradient is made of the signs of the residuals.
        case: the data.
        end: the parameters at the end.
        lr: the learning rate.
        epochs: the number of steps.
        history: the recorded losses, shape (epochs,), or None; states that fit them best come first.
    """
    states = [np.append(*end)]
    for epoch in reversed(range(epochs)):
        found = [before for after in states for before in _before(exercise, case, after, lr)]
        if history is not None and len(history) == epochs:
            near = history[max(epoch - 1, 0) : epoch + 1]  # recorded after the step, or before it
            found.sort(
                key=lambda theta: float(np.min(np.abs(descent.loss(exercise, case, split(theta)) - near)))
            )
        states = found[:MOST_STATES]
    return [split(theta) for theta in states]


def _before(exercise: Exercise, case: Case, after: np.ndarray, lr: float) -> Iterator[np.ndarray]:
    """The states from which one step leads to the state `after`, shape (d + 1,)."""
    theta = after
    for _ in range(MOST_ROUNDS):
        theta = after + lr * descent.slope(exercise, case, theta)
    residual = _residual(exercise, case, theta)
    turns = []
    for at in np.argsort(np.abs(residual))[:NEAREST]:
        row = case.with_args("one sample", X=case.X[at : at + 1], y=case.y[at : at + 1])
        turn = -2 * lr * descent.slope(exercise, row, theta) / case.n
        if np.sign(_residual(exercise, case, theta + SLACK * turn)[at]) != np.sign(residual[at]):
            turns.append(turn)
    for some in chain.from_iterable(combinations(turns, count) for count in range(len(turns) + 1)):
        tried = theta + np.sum(some, axis=0) if some else theta
        again = after + lr * descent.slope(exercise, case, tried)
        if np.allclose(again, tried, rtol=1e-9, atol=1e-11):
            yield tried


def _residual(exercise: Exercise, case: Case, theta: np.ndarray) -> np.ndarray:
    residual: np.ndarray = descent.forward(exercise, case, split(theta)) - case.y
    return residual
