"""Single edits of a fix, and what they must leave as it is."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.faults import faults
from grader.engine.fix.needless import without_effect
from grader.kata import find_kata

HEAD = "import numpy as np\n\n\nclass LinearRegression:\n"
DEFAULTS = f"""{HEAD}    def fit(self, X, y, lr=0.01, epochs=None):
        epochs = epochs or self.epochs
        losses = []
        for _ in range(epochs):
            losses.append(self.loss(X, y))
        return losses
"""
TRIED = f"""{HEAD}    def fit(self, X, y):
        try:
            theta = np.linalg.inv(X.T @ X) @ X.T @ y
        except np.linalg.LinAlgError:
            theta = np.linalg.lstsq(X, y, rcond=None)[0]
        self.w, self.b = theta[:-1], theta[-1]
"""
COLUMNS = f"""{HEAD}    def compute_gradients(self, X, y, y_hat):
        y = y.reshape(-1, 1)
        y_hat = y_hat.reshape(-1, 1)
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()
"""
RESHAPED = "        y = y.reshape(-1, 1)\n        y_hat = y_hat.reshape(-1, 1)\n"
INV = """        try:
            theta = np.linalg.inv(X.T @ X) @ X.T @ y
        except np.linalg.LinAlgError:
    """


@pytest.mark.parametrize(
    ("exercise", "source", "old", "new", "step", "line"),
    [
        ("linear_regression", DEFAULTS, "epochs or self.epochs",
         "self.epochs if epochs is None else epochs", "fit", 6),
        ("linear_regression", COLUMNS, RESHAPED, "", "gradients", 9),
        ("normal_equation", TRIED, INV, "", "rank", 7),
    ],
)  # fmt: skip
def test_an_edit_is_tried_early(exercise: str, source: str, old: str, new: str, step: str, line: int) -> None:
    better = source.replace(old, new, 1)
    assert better != source
    assert better in list(candidates(find_kata(exercise).declaration, source, step, [line]))[:100]


def test_a_default_of_none_must_be_replaced() -> None:
    assert faults(DEFAULTS.replace("        epochs = epochs or self.epochs\n", "")) > faults(DEFAULTS)
    tested = DEFAULTS.replace("epochs = epochs or self.epochs", "if epochs is None:\n            epochs = 9")
    assert faults(tested) == faults(DEFAULTS)


@pytest.mark.parametrize(
    ("source", "text", "better"),
    [
        (
            "def f(x):\n    s = std(x)\n    s[s == 0] = 1\n",
            "def f(x):\n    s = right(x)\n    s[s == 0] = 1\n",
            "def f(x):\n    s = right(x)\n",
        ),
        (
            "try:\n    x = 1\nexcept OverflowError:\n    x = 0\n",
            "try:\n    x = 2\nexcept OverflowError:\n    x = 0\n",
            "x = 2\n",
        ),
    ],
)
def test_code_without_effect_is_removed(source: str, text: str, better: str) -> None:
    assert better in list(without_effect(source, text))
