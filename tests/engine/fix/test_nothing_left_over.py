"""What a fix makes useless in a loop goes with it: a velocity, or what only an exit used."""

import pytest

from grader.fixing import corrected

from ...helpers.graded import fixed_text

MODEL = """import numpy as np

BETA = 0.9


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.sum() / len(y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
"""
STEPS = """            self.w = self.w - lr * dw
            self.b = self.b - lr * db
"""
VELOCITY = {
    "        losses = []\n": "        velocity = {'w': 0.0, 'b': 0.0}\n        losses = []\n",
    STEPS: """            for name, gradient in zip("wb", (dw, db)):
                velocity[name] = BETA * velocity[name] + gradient
                setattr(self, name, getattr(self, name) - lr * velocity[name])
""",
}
EXIT = {
    "        return losses": "        return list(self._epochs(X, y, lr, epochs))",
    "        losses = []\n": "",
    "fit(self, X, y, lr=0.01, epochs=1000)": "_epochs(self, X, y, lr, epochs)",
    "        for _ in": "        before = float('inf')\n        for _ in",
    "losses.append(self.compute_loss(y_hat, y))": "yield (loss := self.compute_loss(y_hat, y))",
    STEPS: STEPS
    + "            if before - loss < BETA * loss:\n                return\n            before = loss\n",
}


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        (VELOCITY, ["velocity"]),
        (EXIT, ["before"]),
    ],
    ids=["velocity", "exit"],
)
def test_nothing_that_the_fix_makes_useless_stays(changes: dict[str, str], gone: list[str]) -> None:
    source = MODEL
    for old, new in changes.items():
        assert old in source
        source = source.replace(old, new)
    if changes is EXIT:
        head, _, last = source.rpartition("        return list")
        source = f"{head}\n    def fit(self, X, y, lr=0.01, epochs=1000):\n        return list{last}"
    verdict = fixed_text(source)
    assert verdict.fixed
    assert not [name for name in gone if name in corrected(source, verdict)]
