"""A demonstration: the submission learns known parameters back from labels drawn with them."""

import numpy as np

from ...comparison import Demonstration
from ...engine.declaration.case import Case
from ...engine.training import descent
from ...sandbox.client import Sandbox
from ..linear_regression.demo import trained
from .data import sigmoid
from .exercise import EXERCISE

N, SEED = 2_000, 42
TRUE_W, TRUE_B = (2.0, -1.0, 0.5), -0.5
LR, EPOCHS = 0.5, 500
SETTING = (
    f"{N} samples of {len(TRUE_W)} features, labels drawn by their probabilities, lr {LR}, {EPOCHS} epochs"
)


def data() -> tuple[np.ndarray, np.ndarray]:
    """X (n, 3) and y (n,), the same every time."""
    random = np.random.default_rng(SEED)
    X = random.normal(0.0, 1.0, (N, len(TRUE_W)))
    return X, (random.uniform(size=N) < sigmoid(X @ np.array(TRUE_W) + TRUE_B)).astype(float)


def demonstrate(sandbox: Sandbox) -> Demonstration:
    """Train the submission that the sandbox has loaded."""
    X, y = data()
    case = Case("true", {"X": X, "y": y}, {"w": np.array(TRUE_W), "b": TRUE_B}, (len(TRUE_W),))
    floor = descent.loss(EXERCISE, case)
    begun = Demonstration(SETTING, (), (), floor, floor_is="the loss of the true parameters")
    return trained(sandbox, EXERCISE, (X, y), (*TRUE_W, TRUE_B), (LR, EPOCHS), begun)
