"""A demonstration: fit the submission to data with known parameters and features of very different scales."""

import numpy as np

from ...comparison import Demonstration
from ...engine.asking.requests import several
from ...engine.compare.methods import ask
from ...engine.declaration.case import Case
from ...sandbox.client import Sandbox
from ..linear_regression.demo import learned

N, SEED, NOISE = 200, 42, 0.1
SIZES = (1.0, 1000.0, 0.01)
TRUE_W, TRUE_B = (2.0, -0.05, 60.0), 3.0
SETTING = f"{N} samples of {len(TRUE_W)} features of the sizes 1, 1000 and 0.01, noise {NOISE}"


def data() -> tuple[np.ndarray, np.ndarray]:
    """X (n, 3) and y (n,), on which gradient descent with a single learning rate would hardly move."""
    random = np.random.default_rng(SEED)
    X = random.normal(0.0, 1.0, (N, len(TRUE_W))) * SIZES
    return X, X @ np.array(TRUE_W) + TRUE_B + random.normal(0.0, NOISE, N)


def demonstrate(sandbox: Sandbox) -> Demonstration:
    """Fit the submission that the sandbox has loaded."""
    X, y = data()
    d = len(TRUE_W)
    case = Case("demo", {"X": X, "y": y}, {"w": np.zeros(d), "b": 0.0}, (d,))
    with np.errstate(all="ignore"):  # the numbers of a wrong submission may overflow
        seen = ask(sandbox, several(case, [{"method": "fit", "args": [X, y]}], {}))
    return learned(seen, (*TRUE_W, TRUE_B), Demonstration(SETTING, (), (), NOISE**2))
