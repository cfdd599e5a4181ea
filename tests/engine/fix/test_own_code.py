"""A fix uses the code that the learner already has, and removes what it makes pointless."""

from typing import Any

import numpy as np
import pytest

from grader.engine.fix.code.writing import unparsed
from grader.engine.fix.tidy.faults import faults
from grader.engine.fix.tidy.leftovers import without_leftovers
from grader.engine.fix.tidy.smallest import smallest
from grader.sandbox.parsing import parsed_expression

from .test_kinds import FIT, HEAD, first_fixes

LOSS = "    def compute_loss(self, y_hat, y):\n        {}\n"
GRADIENTS = "    def compute_gradients(self, X, y, y_hat):\n        {}\n"
PREDICT = "    def predict(self, X):\n        {}\n"
SOLVED = "    def fit(self, X, y):\n        A = np.c_[X, np.ones(len(X))]\n        {}\n"
WRITTEN_OUT = FIT.format(before="", body="self.w -= lr * gw").replace(
    "self.compute_loss(p, y)", "np.mean((p - y) ** 2)"
)
RETURNED = """    def _epoch(self, X, y, lr):
        p = self.predict(X)
        self.w -= lr * self.compute_gradients(X, y, p)[0]
        return self.compute_loss(p, y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        for _ in range(epochs):
            self._epoch(X, y, lr)
        return self.w
"""
FILLED = FIT.format(before="", body="self.w -= lr * gw").replace("losses.append", "log = log.append")
FILLED = FILLED.replace("losses", "log")
ASKED = """    def still(self, log, tol=0.2):
        return len(log) > 1 and abs(log[-2] - log[-1]) < tol * log[-2]

    def fit(self, X, y, lr=0.01, epochs=1000):
        log = []
        for _ in range(epochs):
            log.append(self.step(X, y, lr))
            if self.still(log):
                break
        return log
"""


@pytest.mark.parametrize(
    ("exercise", "step", "mistake", "method", "blamed", "right"),
    [
        # Use code that already exists:
        ("linear_regression", "gradients", "gradient-sign-flipped",
         GRADIENTS.format("# e = y_hat - y\n        e = y - y_hat\n        return X.T @ e"), "e = y - y_hat",
         ["e = y_hat - y"]),
        ("linear_regression:half", "fit", "twist-ignored", WRITTEN_OUT, "np.mean",
         ["losses.append(self.compute_loss(p, y))"]),
        ("linear_regression", "fit", "fit-history-missing", RETURNED, "return self.w",
         ["losses = []", "losses.append(self._epoch(X, y, lr))", "return losses"]),
        ("linear_regression", "loss", "loss-root",
         LOSS.format("return float(np.mean((y_hat - y) ** 2) ** 0.5)"), "return",
         ["return float(np.mean((y_hat - y) ** 2))"]),
        ("linear_regression:decay", "fit", "twist-ignored",
         FIT.format(before="", body="rate = lr / (1 + 0.1 * k)\n            print(k, rate)\n"
                    "            self.w -= lr * gw"), "self.w -=", ["self.w -= rate * gw"]),
        ("linear_regression", "loss", "raises",
         LOSS.format("if np.shape(y_hat) == np.shape(y):\n            raise ValueError('no pairs')\n"
                     "        return np.mean((y_hat - y) ** 2)"), "raise",
         ["if np.shape(y_hat) != np.shape(y):"]),
        ("linear_regression", "loss", "loss-penalised",
         LOSS.format("return np.mean((y_hat - y) ** 2) + self.shrunk()") +
         "\n    def shrunk(self):\n        return 0.05 * np.abs(self.w).sum()\n", "return np",
         ["return np.mean((y_hat - y) ** 2)"]),
        ("linear_regression", "fit", "raises", FILLED, "log.append", ["log.append(self.compute_loss(p, y))"]),
        ("linear_regression", "fit", "fit-stops-early", ASKED, "abs(log[-2]", []),
        # Write it in the learner's own way:
        ("linear_regression", "gradients", "gradient-sign-flipped",
         GRADIENTS.format("r = np.subtract(y, y_hat)\n        return r @ X, r.sum()"), "np.sub",
         ["r = np.subtract(y_hat, y)"]),
        ("linear_regression", "predict", "predict-swaps-operands",
         PREDICT.format("w = self.w\n        return w.dot(X) + self.b"), "return",
         ["return X.dot(w) + self.b"]),
        ("linear_regression", "predict", "predict-swaps-operands",
         PREDICT.format("return np.einsum('ij,i->j', X, self.w) + self.b"), "return",
         ['return np.einsum("ij,j->i", X, self.w) + self.b']),
        ("linear_regression", "predict", "predict-subtracts-bias",
         PREDICT.format("return np.subtract(X @ self.w, self.b)"), "return",
         ["return np.add(X @ self.w, self.b)"]),
        ("linear_regression:half", "loss", "twist-ignored",
         LOSS.format("d = y_hat - y\n        return d @ d / d.size"), "return",
         ["return d @ d / d.size / 2"]),
        ("normal_equation", "fit", "fit-not-inverted", SOLVED.format("t = np.dot(A.T @ A, A.T @ y)"), "t =",
         ["t = np.dot(np.linalg.pinv(A.T @ A), A.T @ y)"]),
        ("normal_equation", "fit", "fit-singular", SOLVED.format("t = np.linalg.solve(A.T @ A, A.T @ y)"),
         "t =", ["t = np.linalg.lstsq(A, y, rcond=None)[0]"]),
    ],
)  # fmt: skip
def test_a_fix_is_in_the_learners_own_way(
    exercise: str, step: str, mistake: str, method: str, blamed: str, right: list[str]
) -> None:
    assert right in first_fixes(exercise, HEAD + method, mistake, blamed, step)


MODEL = """import numpy as np

FACTOR = 3.0


def joined(z):
    return np.column_stack([z, np.ones(len(z))])


class Model:
    def fit(self, x, y, rate=0.1):
        e = y - x
        self.w = FACTOR * e.sum() / joined(x)[:, 0]
"""


def fitted(text: str) -> Any:
    """What a model of a text learns; not a number if it raises."""
    names: dict[str, Any] = {}
    try:
        exec(text, names)
        model = names["Model"]()
        model.fit(np.array([1.0, 2.0, 4.0]), np.array([2.0, 5.0, 3.0]))
        return model.w
    except Exception:
        return np.nan


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("joined(x)[:, 0]", "np.column_stack([x, np.ones(len(x))])[0]", ("joined(x)[:, 0]", "joined(x)[0]")),
    ],
)  # fmt: skip
def test_a_fix_becomes_smaller(old: str, new: str, expected: tuple[str, str]) -> None:
    """A helper is called again."""
    text = MODEL.replace(old, new)
    wanted = fitted(text)
    assert smallest(MODEL, text, lambda other: np.allclose(fitted(other), wanted)) == MODEL.replace(*expected)


PLAIN = """import numpy as np


class Model:
    def fit(self, x, y, rate=0.1):
        self.w = rate * np.mean(self.slope(x, y) ** 2)
"""


LEAST = "        best = 9\n        if x < best:\n            best = x\n"


def test_a_condition_that_a_fix_makes_pointless_is_removed() -> None:
    before = PLAIN.replace("        self.w =", f"{LEAST}        self.w = best *")
    after = PLAIN.replace("        self.w =", f"{LEAST}        self.w =")
    assert without_leftovers(before, after) == PLAIN


def test_a_local_that_the_fix_no_longer_reads_is_removed() -> None:
    old = "def f(self, g):\n    w, b = self.w, self.b\n    w -= g\n    b -= g\n    return self.w, self.b\n"
    new = old.replace("    b -= g", "    self.b -= g")
    assert without_leftovers(old, new) == new.replace("w, b = self.w, self.b", "w = self.w")


def test_a_sign_belongs_to_the_first_factor() -> None:
    assert unparsed(parsed_expression("-(2 * x / n)")) == "-2 * x / n"
    assert unparsed(parsed_expression("-(x + 1)")) == "-(x + 1)"


@pytest.mark.parametrize(
    "odd",
    ["return x + 1e-9", "np.where(p, p > 1, 0)"],
)
def test_unnatural_code_is_not_proposed(odd: str) -> None:
    assert faults(f"def f():\n    {odd if odd[:6] == 'return' else 'z = ' + odd}\n") == 1
