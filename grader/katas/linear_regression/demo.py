"""The documented demonstration: known parameters, learned back from noisy data by the submission itself."""

import numpy as np

from ...comparison import Demonstration
from ...engine import answers
from ...engine.compare_methods import outcome, train
from ...engine.exercise import Case
from ...engine.trajectory import parameters
from ...observation import Seen
from ...sandbox.client import Sandbox
from .exercise import EXERCISE

N, SEED = 200, 42
TRUE_W, TRUE_B, NOISE = (2.0, -1.0, 0.5), 3.0, 0.1
LR, EPOCHS = 0.01, 500
SETTING = f"{N} samples of {len(TRUE_W)} features, noise {NOISE}, lr {LR}, {EPOCHS} epochs"


def data() -> tuple[np.ndarray, np.ndarray]:
    """The documented X (n, 3) and y (n,): from NumPy's old generator, so that its figures come out."""
    random = np.random.RandomState(SEED)
    X = random.randn(N, len(TRUE_W))
    return X, X @ np.array(TRUE_W) + TRUE_B + random.randn(N) * NOISE


def demonstrate(sandbox: Sandbox) -> Demonstration:
    """Train the submission that the sandbox has loaded.

    It starts from zero, as documented, or from values of its own where its `fit` begins afresh.
    """
    X, y = data()
    d = len(TRUE_W)
    case = Case("demo", {"X": X, "y": y}, {"w": np.zeros(d), "b": 0.0}, (d,))
    with np.errstate(all="ignore"):  # what a wrong submission gives may well overflow
        seen = train(sandbox, EXERCISE, case, LR, EPOCHS)
    if seen.value is None:
        return Demonstration(SETTING, (), (), NOISE**2, f"fit {outcome(seen)}.")
    found = parameters(seen, d)
    if found is None:
        said = f"after fit, w is {seen.parameter('w').says()} and b is {seen.parameter('b').says()}"
        return Demonstration(SETTING, (), (), NOISE**2, f"Nothing can be shown: {said}.")
    names = [f"w[{number}]" for number in range(d)] + ["b"]
    values = [*found[0].tolist(), found[1]]
    learned = tuple(zip(names, values, [*TRUE_W, TRUE_B], strict=True))
    losses, trouble = _losses(seen)
    return Demonstration(SETTING, learned, losses, NOISE**2, trouble)


def _losses(seen: Seen) -> tuple[tuple[float, ...], str]:
    losses = answers.losses_of(seen.value) if seen.value is not None else None
    if losses is None or not losses.size:
        return (), f"fit returned {seen.says()} instead of the {EPOCHS} losses."
    finite = np.isfinite(losses)
    if not finite.all():
        return tuple(
            losses.tolist()
        ), f"The training diverges: from epoch {np.argmin(finite) + 1} on the loss is {losses[~finite][0]}."
    return tuple(losses.tolist()), ""
