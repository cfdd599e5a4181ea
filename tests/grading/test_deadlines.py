"""What does not come back costs its deadline once: the worker is lost, and that call is not made again."""

from pathlib import Path

import pytest

from grader.sandbox import launch

from ..helpers.graded import IMPATIENT, NURSERY, errors, graded
from ..helpers.paths import ROOT

SOLUTION = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
BODIES = {
    "predict": "return X @ self.w + self.b",
    "compute_loss": "return float(np.mean((y_hat - y) ** 2))",
    "compute_gradients": "n = len(y)",
    "fit": "losses = []",
}


@pytest.mark.parametrize("method", BODIES)
def test_endless_method_costs_one_worker(method: str, tmp_path: Path) -> None:
    started: list[launch.Process] = []

    def start() -> launch.Process:
        started.append(NURSERY.start())
        return started[-1]

    body = BODIES[method]
    assert SOLUTION.count(body) == 1
    verdict = graded(SOLUTION.replace(body, "while True: pass"), tmp_path, limits=IMPATIENT, start=start)
    assert errors(verdict) == ["times-out"]
    # The first one, the one in its place, and one in which right parts are put under `fit`.
    assert len(started) == (2 if method == "fit" else 3)
