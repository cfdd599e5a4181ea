"""Gradient descent by the right formula: the path from a start, and backwards from an end to its start."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ...observation import close
from ..declaration.case import Case
from ..declaration.exercise import Exercise
from ..declaration.formula import Model
from ..declaration.twist import Twist

State = tuple[np.ndarray, float]
NEAR, MOST_ROUNDS = 1e-4, 25
FEW = 8  # epochs that are run step by step even if the end could be computed directly


class Path(NamedTuple):
    """The path of a training: the parameters after 0, 1, ... epochs, and the loss that each gives."""

    states: list[State]
    losses: list[float]

    @property
    def end(self) -> State:
        """The last parameters."""
        return self.states[-1]


def split(theta: np.ndarray) -> State:
    """The parameters in one array, shape (d + 1,), as the vector and the number."""
    return theta[:-1], float(theta[-1])


def forward(exercise: Exercise, case: Case, state: State | None = None) -> np.ndarray:
    """The right model's predictions for the samples of the case, shape (n,)."""
    return np.asarray(_predicting(exercise, case, state)[1], dtype=float)


def loss(exercise: Exercise, case: Case, state: State | None = None) -> float:
    """The right loss for these parameters; for those of the case if `state` is None."""
    model, predicted = _predicting(exercise, case, state)
    return float(getattr(model, exercise.descends.loss)(predicted, case.y))


def gradients(exercise: Exercise, case: Case, state: State | None = None) -> State:
    """The right gradients for these parameters: of the vector, shape (d,), and of the single number."""
    model, predicted = _predicting(exercise, case, state)
    found = getattr(model, exercise.descends.gradients)(case.X, case.y, predicted)
    return np.asarray(found[0], dtype=float), float(found[1])


def _predicting(exercise: Exercise, case: Case, state: State | None) -> tuple[Model, np.ndarray]:
    model = _model(exercise, case, state)
    return model, getattr(model, exercise.descends.forward)(case.X)


def _model(exercise: Exercise, case: Case, state: State | None) -> Model:
    at = case.state if state is None else dict(zip(exercise.parameters, state, strict=True))
    return exercise.formula.model(case.new, at, {})


def descend(exercise: Exercise, case: Case, lr: float, epochs: int, start: State | None = None) -> Path:
    """Run batch gradient descent: the parameters and the losses after 0, 1, ... epochs.

    A twist may add momentum, change the learning rate from epoch to epoch, or end the training early.
    """
    vector, number = case.start if start is None else start
    return _descended(exercise, case, lr, epochs, np.asarray(vector, float).tobytes(), float(number))


@lru_cache(maxsize=256)  # most files of a batch follow the same paths
def _descended(exercise: Exercise, case: Case, lr: float, epochs: int, begun: bytes, number: float) -> Path:
    parts, names, twist = exercise.descends, exercise.parameters, exercise.task
    vector = np.frombuffer(begun)
    if is_computed(exercise, epochs):
        walked = path(exercise, case, lr, epochs, (vector, number))
        return Path([split(theta) for theta in walked], _losses(exercise, case, walked))
    model = _model(exercise, case, (vector, number))
    forward, loss, slopes = (getattr(model, name) for name in parts.collaborators)
    states, losses = [(np.array(vector, float), float(number))], list[float]()
    faster: State = (np.zeros_like(vector), 0.0)
    with np.errstate(all="ignore"):
        for epoch in range(epochs + 1):
            vector, number = states[-1]
            setattr(model, names[0], vector)
            setattr(model, names[1], number)
            predicted = forward(case.X)
            losses.append(float(loss(predicted, case.y)))
            if epoch < epochs and _ends(losses, twist):
                return Path(states, [*losses, losses[-1]])
            of_vector, of_number = slopes(case.X, case.y, predicted)
            rate = lr if twist.rate is None else lr * twist.rate(epoch)
            kept = twist.inertia
            faster = kept * faster[0] + np.asarray(of_vector), kept * faster[1] + float(of_number)
            states.append((vector - rate * faster[0], number - rate * faster[1]))
    return Path(states[:-1], losses)


def is_computed(exercise: Exercise, epochs: int) -> bool:
    """Whether `path` computes the parameters in closed form instead of step by step, which takes longer."""
    return exercise.twist is None and exercise.descends.affine and epochs > FEW


def _losses(exercise: Exercise, case: Case, walked: np.ndarray) -> list[float]:
    """The right loss at each row of `walked`, shape (k, d + 1).

    A loss with an affine gradient is quadratic: all losses follow from its minimum and its matrix. If three
    of them show that the gradient is not that of the loss, each loss is computed separately.
    """

    def at(theta: np.ndarray) -> float:
        return loss(exercise, case, split(theta))

    with np.errstate(all="ignore"):
        gradient = affine(exercise, case)
        lowest = gradient.minimum()
        apart = walked - lowest
        found = at(lowest) + np.sum(apart @ gradient.matrix * apart, axis=1) / 2
        ends = [0, len(walked) // 2, -1]
        if close(found[ends], np.array([at(walked[k]) for k in ends]), 1e-9):
            return [float(value) for value in found]
        return [at(theta) for theta in walked]


def _ends(losses: list[float], twist: Twist) -> bool:
    """Whether the last loss improves so little on the one before that the twist ends the training."""
    if twist.least_gain is None or len(losses) < 2:
        return False
    return not losses[-2] - losses[-1] >= twist.least_gain


@dataclass(frozen=True, eq=False)
class Affine:
    """A gradient that is affine in the parameters, theta = (vector, number): matrix @ theta + shift."""

    matrix: np.ndarray
    shift: np.ndarray

    def minimum(self) -> np.ndarray:
        """Where the gradient is zero, shape (d + 1,)."""
        found: np.ndarray = np.linalg.lstsq(self.matrix, -self.shift, rcond=None)[0]
        return found


@lru_cache(maxsize=64)
def affine(exercise: Exercise, case: Case) -> Affine:
    """The gradient on a case as matrix and shift: exact if it is affine, else linearised at zero."""
    d = case.d
    zero = np.zeros(d + 1)
    if not exercise.descends.affine:
        return Affine(curvature(exercise, case, zero), slope(exercise, case, zero))
    shift = slope(exercise, case, zero)
    columns = [slope(exercise, case, unit) - shift for unit in np.eye(d + 1)]
    return Affine(np.column_stack(columns), shift)


def slope(exercise: Exercise, case: Case, theta: np.ndarray) -> np.ndarray:
    """The gradient at the parameters theta, shape (d + 1,)."""
    return np.append(*gradients(exercise, case, split(theta)))


def curvature(exercise: Exercise, case: Case, theta: np.ndarray) -> np.ndarray:
    """The Hessian of the loss at the parameters theta, by finite differences, shape (d + 1, d + 1)."""
    steps = NEAR * np.eye(case.d + 1)
    rises = [slope(exercise, case, theta + s) - slope(exercise, case, theta - s) for s in steps]
    return np.column_stack(rises) / (2 * NEAR)


def path(exercise: Exercise, case: Case, lr: float, epochs: int, start: State) -> np.ndarray:
    """The parameters after 0, 1, ... epochs, shape (epochs + 1, d + 1), in closed form if possible.

    Along each eigenvector of the Hessian, a step shrinks the distance to the minimum by 1 - lr * eigenvalue.
    """
    if exercise.twist is not None or not exercise.descends.affine:
        walked = np.array([np.append(*state) for state in descend(exercise, case, lr, epochs, start).states])
        return np.concatenate([walked, np.repeat(walked[-1:], epochs + 1 - len(walked), axis=0)])
    gradient = affine(exercise, case)
    values, vectors = np.linalg.eigh((gradient.matrix + gradient.matrix.T) / 2)
    minimum = gradient.minimum()
    apart = vectors.T @ (np.append(*start) - minimum)
    with np.errstate(all="ignore"):
        powers = (1 - lr * values) ** np.arange(epochs + 1)[:, None]
        found: np.ndarray = minimum + (powers * apart) @ vectors.T
    return found


def best(exercise: Exercise, case: Case) -> State:
    """The parameters with the smallest loss."""
    return split(affine(exercise, case).minimum() if exercise.descends.affine else _newton(exercise, case))


@lru_cache(maxsize=64)
def _newton(exercise: Exercise, case: Case) -> np.ndarray:
    """The minimum of a convex loss, by Newton's method from zero with steps of at most 1 per entry."""
    theta = np.zeros(case.d + 1)
    for _ in range(MOST_ROUNDS):
        matrix, rise = curvature(exercise, case, theta), slope(exercise, case, theta)
        step = np.linalg.lstsq(matrix, rise, rcond=None)[0]
        theta = theta - step / max(1.0, float(np.max(np.abs(step))))
        if np.max(np.abs(step)) < 1e-12:
            break
    return theta


def lift(exercise: Exercise, case: Case, end: State, lr: float, epochs: int) -> State:
    """The start from which `epochs` steps of descent lead to the end."""
    if is_uneven(exercise):
        ahead, behind = _forward(exercise, case, lr, epochs)
        return split(np.linalg.lstsq(ahead, np.append(*end) - behind, rcond=None)[0])
    if not exercise.descends.affine:
        return _climbed(exercise, case, end, lr, epochs)
    gradient = affine(exercise, case)
    step, shift = np.eye(case.d + 1) - lr * gradient.matrix, -lr * gradient.shift
    theta = np.append(*end)
    for _ in range(epochs):
        theta = np.linalg.solve(step, theta - shift)
    return split(theta)


def _climbed(exercise: Exercise, case: Case, end: State, lr: float, epochs: int) -> State:
    """The same if the gradient is not affine: each step is undone by Newton's method."""
    theta = np.append(*end)
    for _ in range(epochs):
        after = theta
        for _ in range(MOST_ROUNDS):
            apart = theta - lr * slope(exercise, case, theta) - after
            step = np.linalg.solve(np.eye(case.d + 1) - lr * curvature(exercise, case, theta), apart)
            theta = theta - step
            if not np.max(np.abs(step)) > 1e-13 * max(1.0, float(np.max(np.abs(theta)))):
                break
    return split(theta)


def growth_backwards(exercise: Exercise, case: Case, lr: float, epochs: int) -> float:
    """The factor by which relative rounding errors grow on the way back from the end to the start."""
    if is_uneven(exercise):
        sizes = np.linalg.svd(_forward(exercise, case, lr, epochs)[0], compute_uv=False)
        return max(1.0, float(sizes[0])) / float(sizes[-1]) if sizes[-1] > 0 else np.inf
    matrix = affine(exercise, case).matrix
    shrunk = lr * np.linalg.eigvalsh((matrix + matrix.T) / 2)
    if not exercise.descends.affine and float(np.max(shrunk)) >= 1:
        return np.inf  # two starts may lead to the same end
    kept = np.abs(1 - shrunk)
    least = float(np.min(kept))
    with np.errstate(over="ignore"):  # a Python float would raise OverflowError
        return float(np.power(max(1.0, float(np.max(kept))) / least, epochs)) if least > 0 else np.inf


def is_uneven(exercise: Exercise) -> bool:
    """Whether, with the twist, a step depends on more than the current parameters."""
    task = exercise.task
    return bool(task.inertia or task.rate)


@lru_cache(maxsize=64)
def _forward(exercise: Exercise, case: Case, lr: float, epochs: int) -> tuple[np.ndarray, np.ndarray]:
    """The end as an affine function of the start: its matrix, and the end for a start at zero."""

    def end(theta: np.ndarray) -> np.ndarray:
        return np.append(*descend(exercise, case, lr, epochs, split(theta)).end)

    behind = end(np.zeros(case.d + 1))
    return np.column_stack([end(unit) - behind for unit in np.eye(case.d + 1)]), behind
