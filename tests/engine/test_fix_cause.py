"""The change at the cause comes first: a token or a statement, where a person would make it."""

from itertools import islice

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.faults import faults
from grader.kata import find_kata

from .test_fix_candidates import first_changes, line_of

FIRST = 60
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
RETURNED = "    def fit(self, X, y):\n        w, b = X, y\n        return np.array(w), b\n"
CROSS_ENTROPY = """    def compute_loss(self, p, y):
        return -np.mean(np.log1p(-p) * (1 - y) + np.log(p) * y)
"""
ONE_BY_ONE = """    def predict_proba(self, X):
        z = X @ self.w
        return np.array([0.5 * (1 + math.tanh(v / 2)) for v in z])
"""
SLOPES = "    def compute_gradients(self, X, y, y_hat):\n        e = (y_hat - y).reshape(-1, 1)\n        "
ENOUGH, GRADS = "k < epochs", "grads = self.compute_gradients(X, y, y_hat)"


def fit(test: str = ENOUGH, first: str = "y_hat = self.predict(X)", body: str = GRADS) -> str:
    """A method that trains."""
    return FIT.format(test=test, first=first, body=body.replace("\n", "\n" + " " * 12))


@pytest.mark.parametrize(
    ("exercise", "mistake", "method", "blamed", "right"),
    [
        # A name in the place of a number, what a method does not use handed on, one condition too many.
        ("linear_regression", "fit-ignores-epochs", fit("k < 100"), "k < 100", ["while k < epochs:"]),
        ("linear_regression", "fit-ignores-epochs", HANDED_ON, "train(X, y)\n",
         ["return self.train(X, y, lr, epochs)"]),
        ("linear_regression", "fit-stops-early", fit("k < epochs and bad < 3"), "bad < 3",
         ["while k < epochs:"]),
        # A statement that is too much, before another number in it.
        ("linear_regression", "fit-learning-rate-changes", fit(body="if k % 20 == 0:\n    lr = lr / 2"),
         "lr / 2", [""]),
        # Two that are in each other's place, what is computed again, what begins too large.
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
        # The definition, and not its use; the helper, and not its call.
        ("linear_regression", "loss-halved", LOSS.format("np.sum((y_hat - y) ** 2) / m"), "return np.sum",
         ["m = len(y)"]),
        ("linear_regression", "loss-not-squared", LOSS.format("np.mean((y_hat - y) ** ORDER)"),
         "return np.mean", ["ORDER = 2"]),
        ("ridge_regression", "loss-penalty-absolute",
         LOSS.format("np.mean((y_hat - y) ** 2) + self.penalty()"), "sum(map(",
         ["return self.alpha * np.sum(self.w ** 2)"]),
        # What lacks is added to what is there, and what is only returned is stored.
        ("ridge_regression", "gradient-not-penalised",
         SLOPES + "return np.array([c @ e for c in X.T]) / len(e), 2 * np.mean(e)\n", "return np.array",
         ["return np.array([c @ e for c in X.T]) / len(e) + 2 * self.alpha * self.w, 2 * np.mean(e)"]),
        ("linear_regression", "gradient-weights-missing-factor-two",
         SLOPES + "return (1 / len(e)) * np.dot(X.T, e), 2 * np.mean(e)\n", "return (1",
         ["return (2 / len(e)) * np.dot(X.T, e), 2 * np.mean(e)"]),
        ("logistic_regression", "loss-not-finite", CROSS_ENTROPY, "log1p",
         ["p = np.clip(p, 1e-12, 1 - 1e-12)"]),
        ("normal_equation", "fit-updates-a-copy", RETURNED, "np.array", ["self.w, self.b = np.array(w), b"]),
        # A loop over the samples, as arrays.
        ("logistic_regression", "loop-over-samples", ONE_BY_ONE, "math.tanh",
         ["return 0.5 * (1 + np.tanh(z / 2))"]),
    ],
)  # fmt: skip
def test_the_first_candidates_change_the_cause(
    exercise: str, mistake: str, method: str, blamed: str, right: list[str]
) -> None:
    assert right in first_changes(exercise, HEAD + method, mistake, blamed, FIRST)


def test_two_edits_of_one_statement() -> None:
    text = HEAD + SLOPES + "dw = 2 * np.mean(e * X) * X.shape[1]\n        return dw, 2 * np.mean(e)\n"
    line, kata = line_of(text, "dw = 2"), find_kata("linear_regression")
    mistakes = {"gradient-weights-collapsed": line}
    some = candidates(kata.declaration, text, "gradients", [line], mistakes)
    assert any("dw = 2 * np.mean(e * X, axis=0)\n" in new for new in islice(some, 150))


@pytest.mark.parametrize(
    "line",
    ["lr *= 1", "lr = 2 * lr / 2", "x = y ** 0", "x = (y ** 2) ** 2", "x = np.abs(y ** 2)",
     "x = sum(map(abs, y ** 2))", "x = np.linspace(lr, lr, 9)", "x = np.zeros(n) * np.sqrt(2 / n)",
     "x = y * np.sqrt(np.zeros(n))", "x = np.sqrt(0.0 / n)", "x = y[None, None]", "x = y / n - z / n"],
)  # fmt: skip
def test_what_does_nothing_or_takes_itself_back_is_a_fault(line: str) -> None:
    assert faults(line + "\n") == 1
    fine = "lr /= 2\nx = (2 * y) / 3 + np.abs(y) ** 2 + np.linspace(lr, 1, 9)\ny = y[None, :] + (y - z) / n\n"
    assert faults(fine) == 0
