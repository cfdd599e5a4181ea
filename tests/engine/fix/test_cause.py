"""Candidates that change the cause come first: a token or a statement, where a person would change it."""

from itertools import islice
from textwrap import indent

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.code.text import changes_between
from grader.engine.fix.tidy.faults import faults
from grader.kata import find_kata

from .test_candidates import first_changes, line_of

FIRST = 70
HEAD = """import math
import numpy as np

ORDER = 1


class Model:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def penalty(self):
        return self.alpha * sum(map(abs, self.w))

    def train(self, X, y, lr=0.01, epochs=1000):
        return self.predict(X)

"""
FIT = """    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, bad, k = [], 0, 0
        y_hat = self.predict(X)
        while {test}:
            {first}
            losses.append(self.compute_loss(y_hat, y))
            {body}
        return losses
"""
LOSS = "    def compute_loss(self, y_hat, y):\n        m = 2 * len(y)\n        return {}\n"
HANDED_ON = "    def fit(self, X, y, lr=0.01, epochs=1000):\n        return self.train(X, y)\n"
KEPT = '    def fit(self, X, y):\n        h = {"loss": [], "w": []}\n        return h\n'
CENTRED = "    def fit(self, X, y):\n        mu, centre = X.mean(axis=0), y.mean()\n        self.b = centre\n"
STALE = "self.w = self.w - (X @ self.w) @ X\nself.b = self.b - (X @ self.w).sum()"
RETURNED = "    def fit(self, X, y):\n        w, b = X, y\n        return np.array(w), b\n"
CROSS_ENTROPY = """    def compute_loss(self, p, y):
        return -np.mean(np.log1p(-p) * (1 - y) + np.log(p) * y)
"""
SLOPES = "    def compute_gradients(self, X, y, y_hat):\n        e = (y_hat - y).reshape(-1, 1)\n        "
ENOUGH, GRADS = "k < epochs", "grads = self.compute_gradients(X, y, y_hat)"


def fit(test: str = ENOUGH, first: str = "y_hat = self.predict(X)", body: str = GRADS) -> str:
    """The source of a `fit` method with these parts."""
    return FIT.format(test=test, first=first, body=body.replace("\n", "\n" + " " * 12))


@pytest.mark.parametrize(
    ("exercise", "mistake", "method", "blamed", "right"),
    [
        # Use a name instead of a number, pass on the unused arguments, remove one condition.
        ("linear_regression", "fit-ignores-epochs", fit("k < 100"), "k < 100", ["while k < epochs:"]),
        ("linear_regression", "fit-ignores-epochs", HANDED_ON, "train(X, y)\n",
         ["return self.train(X, y, lr, epochs)"]),
        ("linear_regression", "fit-stops-early", fit("k < epochs and bad < 3"), "bad < 3",
         ["while k < epochs:"]),
        # Remove an extra statement rather than change a number in it.
        ("linear_regression", "fit-learning-rate-changes", fit(body="if k % 20 == 0:\n    lr = lr / 2"),
         "lr / 2", [""]),
        # Exchange swapped values, reuse or move up a computed value, start from smaller values.
        ("linear_regression", "fit-unpacks-swapped",
         fit(body=f"{GRADS}\nself.w = self.w - lr * grads[1]\nself.b = self.b - lr * grads[0]"), "grads[1]",
         ["self.w = self.w - lr * grads[0]\n            self.b = self.b - lr * grads[1]"]),
        ("linear_regression", "fit-mixes-old-and-new",
         fit(first="r = X @ self.w - y", body="self.b = self.b - lr * (X @ self.w - y).mean()"), ".mean()",
         ["self.b = self.b - lr * r.mean()"]),
        ("linear_regression", "fit-gradient-frozen", fit(first=GRADS, body="k += len(self.predict(X))"),
         "y_hat = self", ["", "y_hat = self.predict(X)", "k += len(y_hat)"]),
        ("linear_regression", "weights-not-small", fit(first="t = np.random.randn(len(y), 1)"), "randn",
         ["t = np.zeros((len(y), 1))"]),
        # Change the definition instead of its use, and the helper instead of its call.
        ("linear_regression", "loss-halved", LOSS.format("np.sum((y_hat - y) ** 2) / m"), "return np.sum",
         ["m = len(y)"]),
        ("linear_regression", "loss-not-squared", LOSS.format("np.mean((y_hat - y) ** ORDER)"),
         "return np.mean", ["ORDER = 2"]),
        ("ridge_regression", "loss-penalty-absolute",
         LOSS.format("np.mean((y_hat - y) ** 2) + self.penalty()"), "sum(map(",
         ["return self.alpha * np.sum(self.w ** 2)"]),
        # Add what is missing to the existing code, and store values that are only returned.
        ("ridge_regression", "gradient-not-penalised",
         SLOPES + "return np.array([c @ e for c in X.T]) / len(e), 2 * np.mean(e)\n", "return np.array",
         ["return np.array([c @ e for c in X.T]) / len(e) + 2 * self.alpha * self.w, 2 * np.mean(e)"]),
        ("linear_regression", "gradient-weights-missing-factor-two",
         SLOPES + "return (1 / len(e)) * np.dot(X.T, e), 2 * np.mean(e)\n", "return (1",
         ["return (2 / len(e)) * np.dot(X.T, e), 2 * np.mean(e)"]),
        ("logistic_regression", "loss-not-finite", CROSS_ENTROPY, "log1p",
         ["p = np.clip(p, 1e-12, 1 - 1e-12)"]),
        ("normal_equation", "fit-updates-a-copy", RETURNED, "np.array", ["self.w, self.b = np.array(w), b"]),
        # Repeat what is done once; name a value that two lines need before the first changes it; fix an axis.
        ("linear_regression", "fit-mixes-old-and-new", fit(body=STALE),
         ".sum()", ["value = X @ self.w\n            self.w = self.w - value @ X\n"
                    "            self.b = self.b - value.sum()"]),
        ("linear_regression", "gradient-wrong-shape", SLOPES + 'return np.einsum("ij,i->i", X, e), e.sum()\n',
         "ij,i", ['return np.einsum("ij,i->j", X, e), e.sum()']),
        # Square each value instead of the mean, return one entry only, add the intercept's missing term.
        ("linear_regression", "loss-square-of-mean", LOSS.format("np.mean(y_hat - y) ** 2"), "return np",
         ["return np.mean((y_hat - y) ** 2)"]),
        ("linear_regression", "fit-history-missing", KEPT, "return h", ['return h["loss"]']),
        ("normal_equation", "fit-bias-ignores-means", CENTRED, "self.b = centre",
         ["self.b = centre - mu @ self.w"]),
    ],
)  # fmt: skip
def test_the_first_candidates_change_the_cause(
    exercise: str, mistake: str, method: str, blamed: str, right: list[str]
) -> None:
    assert right in first_changes(exercise, HEAD + method, mistake, blamed, FIRST)


@pytest.mark.parametrize(
    ("mistake", "loop", "blamed", "right"),
    [
        # The rate of the epoch in the file's own names: `k`, a new name for `_`, an unused parameter.
        ("fit-learning-rate-changes", "for k in range(epochs):\n    rate = lr * 0.9 ** k", "rate =",
         ["    rate = lr / (1 + 0.1 * k)"]),
        ("twist-ignored", "for _ in range(epochs):\n    w = w - lr * g", "w = w",
         ["for epoch in range(epochs):", "    w = w - lr / (1 + 0.1 * epoch) * g"]),
        ("twist-ignored", "for k in range(epochs):\n    w = rate(lr, k)", "w = rate",
         ["return start / (1 + 0.1 * epoch)"]),
    ],
)  # fmt: skip
def test_what_a_twist_asks_for_is_written_in_the_names_of_the_file(
    mistake: str, loop: str, blamed: str, right: list[str]
) -> None:
    method = f"    def fit(self, X, y, lr=0.01, epochs=1000):\n{indent(loop, ' ' * 8)}\n"
    text = f"def rate(start, epoch):\n    return start\n\n\nclass Model:\n{method}"
    exercise, line = find_kata("linear_regression").twisted("decay").declaration, line_of(text, blamed)
    found = islice(candidates(exercise, text, "fit", [line], {mistake: line}), FIRST)
    assert [line.strip() for line in right] in [
        [line.strip() for change in changes_between(text, new) for line in change.text.splitlines()]
        for new in found
    ]


@pytest.mark.parametrize(
    "line",
    ["lr *= 1", "lr = 2 * lr / 2", "x = y ** 0", "x = (y ** 2) ** 2", "x = np.abs(y ** 2)",
     "x = sum(map(abs, y ** 2))", "x = np.linspace(lr, lr, 9)", "x = np.zeros(n) * np.sqrt(2 / n)",
     "x = y * np.sqrt(np.zeros(n))", "x = np.sqrt(0.0 / n)", "x = y / n - z / n"],
)  # fmt: skip
def test_what_does_nothing_or_takes_itself_back_is_a_fault(line: str) -> None:
    assert faults(line + "\n") == 1
    fine = "lr /= 2\nx = (2 * y) / 3 + np.abs(y) ** 2 + np.linspace(lr, 1, 9)\ny = y[None, :] + (y - z) / n\n"
    assert faults(fine) == 0
