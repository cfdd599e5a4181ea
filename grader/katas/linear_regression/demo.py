"""The documented demonstration: the submission learns known parameters back from noisy data."""

from dataclasses import replace

import numpy as np

from ...comparison import Demonstration
from ...engine.asking import answers
from ...engine.compare.methods import outcome, train
from ...engine.declaration.case import Case
from ...engine.declaration.exercise import Exercise
from ...engine.training.trajectory import parameters
from ...observation import Seen
from ...sandbox.client import Sandbox
from .exercise import EXERCISE

N, SEED = 200, 42
TRUE_W, TRUE_B, NOISE = (2.0, -1.0, 0.5), 3.0, 0.1
LR, EPOCHS = 0.01, 500
SETTING = f"{N} samples of {len(TRUE_W)} features, noise {NOISE}, lr {LR}, {EPOCHS} epochs"


def data() -> tuple[np.ndarray, np.ndarray]:
    """The documented X (n, 3) and y (n,); NumPy's legacy generator reproduces the documented figures."""
    random = np.random.RandomState(SEED)
    X = random.randn(N, len(TRUE_W))
    return X, X @ np.array(TRUE_W) + TRUE_B + random.randn(N) * NOISE


def demonstrate(sandbox: Sandbox) -> Demonstration:
    """Train the submission that the sandbox has loaded.

    It starts from zero, as documented, or from its own values if its `fit` initialises the parameters.
    """
    return trained(
        sandbox, EXERCISE, data(), (*TRUE_W, TRUE_B), (LR, EPOCHS), Demonstration(SETTING, (), (), NOISE**2)
    )


def trained(
    sandbox: Sandbox,
    exercise: Exercise,
    data: tuple[np.ndarray, np.ndarray],
    true: tuple[float, ...],
    run: tuple[float, int],
    begun: Demonstration,
) -> Demonstration:
    """Train the submission from zero on X and y, and show the learned w and b next to the true ones.

    Args:
        sandbox: the sandbox that has loaded the submission.
        exercise: the exercise that the submission solves.
        data: X (n, d) and y (n,).
        true: the true weights, followed by the bias.
        run: the learning rate and the number of epochs.
        begun: the demonstration without the results.
    """
    (X, y), (lr, epochs), d = data, run, len(true) - 1
    case = Case("demo", {"X": X, "y": y}, {"w": np.zeros(d), "b": 0.0}, (d,))
    with np.errstate(all="ignore"):  # the numbers of a wrong submission may overflow
        seen = train(sandbox, exercise, case, lr, epochs)
    found = learned(seen, true, begun)
    if not found.learned:
        return found
    losses, trouble = _losses(seen, epochs)
    return replace(found, losses=losses, trouble=trouble)


def learned(seen: Seen, true: tuple[float, ...], begun: Demonstration) -> Demonstration:
    """`begun` with the w and b that `fit` has left, next to the true ones; or why they cannot be shown."""
    if seen.value is None:
        return replace(begun, trouble=f"fit {outcome(seen)}.")
    found = parameters(seen, len(true) - 1)
    if found is None:
        said = f"after fit, w is {seen.parameter('w').says()} and b is {seen.parameter('b').says()}"
        return replace(begun, trouble=f"Nothing can be shown: {said}.")
    names = [*(f"w[{number}]" for number in range(len(true) - 1)), "b"]
    values = [*found[0].tolist(), found[1]]
    return replace(begun, learned=tuple(zip(names, values, true, strict=True)))


def _losses(seen: Seen, epochs: int) -> tuple[tuple[float, ...], str]:
    losses = answers.losses_of(seen.value)
    if losses is None or not losses.size:
        return (), f"fit returned {seen.says()} instead of the {epochs} losses."
    finite = np.isfinite(losses)
    if not finite.all():
        return tuple(
            losses.tolist()
        ), f"The training diverges: from epoch {np.argmin(finite) + 1} on the loss is {losses[~finite][0]}."
    return tuple(losses.tolist()), ""
