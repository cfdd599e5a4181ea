"""Compute the path of a training over the contours of the loss, for a plot of its two parameters."""

import numpy as np

from ...comparison import TrainingComparison, TrainingPath
from ...observation import Seen
from ...sandbox.client import Sandbox
from ..asking import answers
from ..declaration.case import Case
from ..declaration.exercise import Exercise
from ..training import descent
from ..training.trajectory import parameters
from .methods import outcome, train

N, SEED = 60, 42
TRUE_W, TRUE_B, NOISE = 2.0, 1.0, 0.5
CENTRE, SPREAD = 1.0, 0.8  # not zero, so that w and b are correlated and the valley is slanted
START_W, START_B = -1.0, 5.0  # high on one side of the valley: the path first crosses it, then follows it
LR = 0.3
LOOKED_AT = (0, 1, 2, 3, 4, 5, 7, 10, 14, 20, 28, 40)
EPOCHS = LOOKED_AT[-1]
LEVELS = (0.02, 0.1, 0.25, 0.5, 1.0)  # as fractions of the loss at the start
CORNERS = 72
RUN_AWAY = 1e6
FARTHEST, HALVINGS = 60.0, 20


def setting(exercise: Exercise) -> str:
    """Describe the data and the training in a few words."""
    one, two = exercise.parameters
    (w, b) = data(exercise).start
    start = f"start {one} = {w[0]:.4g} and {two} = {b:.4g}"
    return f"{N} samples of one feature, {start}, lr {LR}, {EPOCHS} epochs"


def data(exercise: Exercise) -> Case:
    """The data, the same for every submission."""
    random = np.random.default_rng(SEED)
    X = random.normal(CENTRE, SPREAD, (N, 1))
    y = X[:, 0] * TRUE_W + TRUE_B + random.normal(0.0, NOISE, N)
    state = dict(zip(exercise.parameters, (np.array([START_W]), START_B), strict=True))
    args = {"X": X, "y": y, exercise.descends.predicted: y}
    return exercise.valid(Case("drawn", args, state, (1,), (np.array([TRUE_W]), TRUE_B)))


def descend(exercise: Exercise, sandbox: Sandbox) -> TrainingComparison:
    """The path of the submission that the sandbox has loaded, and that of right gradient descent."""
    case = data(exercise)
    with np.errstate(all="ignore"):  # the numbers of a wrong submission may overflow
        path = descent.descend(exercise, case, LR, EPOCHS)
        points = tuple((float(w[0]), b) for w, b in path.states)
        right = TrainingPath(tuple(path.losses[:EPOCHS]), points)
        own, trouble = _own(exercise, sandbox, case)
    one, two = exercise.parameters
    return TrainingComparison((one, two), setting(exercise), right, own, _contours(exercise, case), trouble)


def _own(exercise: Exercise, sandbox: Sandbox, case: Case) -> tuple[TrainingPath, str]:
    """The submission's path as far as it can be drawn, and why not further (empty if it is complete)."""
    points: list[tuple[float, float]] = []
    losses: tuple[float, ...] = ()
    for epochs in LOOKED_AT:
        seen = train(sandbox, exercise, case, LR, epochs)
        if seen.value is None and epochs == 0:
            continue  # some refuse to train for no epochs, and that is accepted
        if seen.value is None:
            return TrainingPath(losses, tuple(points)), f"fit {outcome(seen)}."
        found = parameters(seen, case.d)
        if found is None:
            said = " and ".join(f"{name} is {value.says()}" for name, value in seen.state.items())
            return TrainingPath(losses, tuple(points)), f"Nothing can be drawn: after fit, {said}."
        losses = _losses(seen) or losses
        point = float(found[0][0]), found[1]
        if not all(np.isfinite(point)) or max(map(abs, point)) > RUN_AWAY:
            return TrainingPath(losses, tuple(points)), f"It diverges within {epochs} epochs."
        points.append(point)
    trouble = "" if losses else f"fit returned {seen.says()} instead of the losses."
    return TrainingPath(losses, tuple(points)), trouble


def _losses(seen: Seen) -> tuple[float, ...]:
    losses = answers.losses_of(seen.value)
    if losses is None or not losses.size or not np.isfinite(losses).all():
        return ()
    return tuple(losses.tolist())


def _contours(exercise: Exercise, case: Case) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The contour lines of the loss, from the innermost to the outermost; each ends where it begins.

    If the loss is quadratic, each line is an ellipse around the minimum.
    """
    if not exercise.descends.affine:
        return _searched(exercise, case)
    values, vectors = np.linalg.eigh(descent.affine(exercise, case).matrix / 2)
    w, b = descent.best(exercise, case)
    minimum = np.array([w[0], b])
    above = descent.loss(exercise, case) - descent.loss(exercise, case, (w, b))
    angles = np.linspace(0.0, 2 * np.pi, CORNERS + 1)
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    rings = [minimum + (circle * np.sqrt(level * above / values)) @ vectors.T for level in LEVELS]
    return tuple(tuple((float(x), float(y)) for x, y in ring) for ring in rings)


def _searched(exercise: Exercise, case: Case) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The same for any convex loss: bisects along each direction from the minimum."""
    w, b = descent.best(exercise, case)
    least, start = descent.loss(exercise, case, (w, b)), descent.loss(exercise, case)
    angles = np.linspace(0.0, 2 * np.pi, CORNERS + 1)
    rings = []
    for level in LEVELS:
        wanted = least + level * (start - least)
        ring = []
        for angle in angles:
            low, high = 0.0, FARTHEST
            for _ in range(HALVINGS):
                middle = (low + high) / 2
                at = np.array([w[0] + middle * np.cos(angle)]), b + middle * np.sin(angle)
                low, high = (low, middle) if descent.loss(exercise, case, at) > wanted else (middle, high)
            ring.append((float(w[0] + low * np.cos(angle)), float(b + low * np.sin(angle))))
        rings.append(tuple(ring))
    return tuple(rings)
