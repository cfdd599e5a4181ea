"""The most common slips: the message about each one says what to do."""

import re
from pathlib import Path

import pytest

from grader.kata import find_kata

from ..helpers.graded import graded
from ..helpers.paths import ROOT

SOLUTION = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
SLIPS = {
    "a bare name": ("X @ self.w", "X @ w", "raises", "did you mean self.w?"),
    "a bare method": ("self.predict(X)", "predict(X)", "raises", "did you mean self.predict?"),
    "a misspelt variable": ("losses.append(", "loses.append(", "raises", "did you mean losses?"),
    "another name of a module": ("np.mean(", "numpy.mean(", "raises", "did you mean np?"),
    "a small letter": ("X @ self.w", "x @ self.w", "raises", "did you mean X?"),
    "a misspelt method": (
        "self.compute_loss(y_hat, y)",
        "self.compute_los(y_hat, y)",
        "raises",
        "did you mean compute_loss?",
    ),
    "another name of a method": ("self.predict(X)", "self.forward(X)", "raises", "did you mean predict?"),
    "a misspelt function": ("np.mean(", "np.maen(", "raises", "did you mean mean?"),
    "a misspelt method of an array": (
        "X.T @ error",
        "X.transpos() @ error",
        "raises",
        "did you mean transpose?",
    ),
    "a caret": ("- y) ** 2", "- y) ^ 2", "raises", "to raise to a power, use **"),
    "no self": ("predict(self, X", "predict(X", "wrong-signature", "self is missing before X"),
    "no self in the constructor": (
        "__init__(self, n_features",
        "__init__(n_features",
        "wrong-signature",
        "self is missing before n_features",
    ),
    "another argument": (
        "compute_loss(self, y_hat",
        "compute_loss(self, X",
        "wrong-signature",
        "it takes (X, y); expected (y_hat, y)",
    ),
    "no bias yet": (
        "self.b = 0.0",
        "self.b = None",
        "parameters-missing",
        "LinearRegression(3) self.b is None",
    ),
    "a misspelt import": (
        "import numpy as np",
        "import nunpy as np",
        "forbidden-library",
        "did you mean numpy?",
    ),
    "arguments crossed": (
        "self.compute_gradients(X, y, y_hat)",
        "self.compute_gradients(X, y_hat, y)",
        "fit-passes-wrong-arguments",
        "with the predictions as y",
    ),
    "losses as texts": (
        "losses.append(self.compute_loss(y_hat, y))",
        "losses.append(str(self.compute_loss(y_hat, y)))",
        "fit-history-wrong-value",
        "history[0] is a str; expected one real number",
    ),
    "an end below a loss": (
        "losses.append(self.compute_loss(y_hat, y))",
        "losses.append(self.compute_loss(y_hat, y))\n            if losses[-1] < 0.03: break",
        "fit-stops-early",
        "it stopped by itself",
    ),
    "settings of its own": (
        "losses = []",
        "losses, lr, epochs = [], 0.02, 400",
        "fit-ignores-learning-rate",
        "fit ends with the same w and b for lr=0.06 and lr=0.11",
    ),
    "an exception beside another mistake": (
        "2 / n * (X.T @ error), 2 / n * float(np.sum(error))",
        "2 / n * (X @ error), 2 * float(np.sum(error))",
        "gradient-missing-transpose",
        "ValueError",
    ),
    "a start of its own": (
        "losses = []",
        "losses, self.w = [], np.full(X.shape[1], 3.0)",
        "weights-not-small",
        "fit starts with an entry at 3; expected within 0.5 of zero",
    ),
    "another step of b": (
        "self.b -= lr * db",
        "self.b -= lr * np.mean(dw)",
        "fit-wrong-value",
        "after 3 epochs w is",
    ),
    "a change in predict": (
        "return X @ self.w + self.b",
        "self.b = self.b + 1.0; return X @ self.w + self.b - 1.0",
        "predict-wrong-value",
        "predict changed self.b",
    ),
    "half of it right": (
        "2 / n * float(np.sum(error))",
        "float(np.sum(error))",
        "gradient-wrong-value|gradient-bias-not-divided-by-n|gradient-bias-missing-factor-two",
        "db is",
    ),
}

THROUGH_THE_ORIGIN = """
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        self.w = np.linalg.pinv(X) @ y
"""


@pytest.mark.parametrize("slip", SLIPS)
def test_what_is_seen_tells_what_to_do(slip: str, tmp_path: Path) -> None:
    right, wrong, mistakes, said = SLIPS[slip]
    assert SOLUTION.count(right) == 1
    verdict = graded(SOLUTION.replace(right, wrong), tmp_path)
    found = verdict.errors[0]
    assert found.mistake in mistakes.split("|")
    assert said in found.seen


HINTED = {
    "an attribute that is still None": (
        "error = y_hat - y", "error = self.y_hat - y",
        "self.b = 0.0", "self.b = 0.0\n        self.y_hat = None",
        "self.y_hat is still None, as line 15 sets it: compute_gradients may be the first call on a new"
        " model. Use the argument y_hat.",
    ),
    "a number for a dictionary": (
        "np.zeros(n_features)", 'np.zeros(n_features["d"])', "", "",
        "Callers write LinearRegression(3), so n_features is the number 3 here",
    ),
    "a product entry by entry": ("X.T @ error", "error * X", "", "", "They fit a matrix product"),
    "a condition of its own": (
        "error = y_hat - y", "if len(X) == len(y): raise ValueError('n')\n        error = y_hat - y", "", "",
        "When is the condition before it true",
    ),
    "parameters that nothing reads": (
        "X @ self.w + self.b", "X @ self.all[1:] + self.all[0]", "self.b = 0.0",
        "self.b = 0.0\n        self.all = np.zeros(n_features + 1)", "and predict does not read them",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", HINTED)
def test_hint_fits_what_the_code_shows(slip: str, tmp_path: Path) -> None:
    right, wrong, right_too, wrong_too, said = HINTED[slip]
    found = graded(SOLUTION.replace(right, wrong).replace(right_too, wrong_too, 1), tmp_path).errors[0]
    assert said in found.hints[1]


def test_constructor_that_raises_is_corrected_by_the_right_one(tmp_path: Path) -> None:
    found = graded(SOLUTION.replace("np.zeros(n_features)", "np.zeros(n)"), tmp_path).errors[0]
    assert (found.mistake, found.hints[2]) == ("raises", "self.w = np.zeros(n_features)\nself.b = 0.0")


def test_no_name_with_underscores_is_proposed(tmp_path: Path) -> None:
    found = graded(SOLUTION.replace("X @ self.w", "X.matmul(self.w)"), tmp_path).errors[0]
    assert found.seen.endswith("has no attribute 'matmul'")


def test_other_names_are_told(tmp_path: Path) -> None:
    renamed = SOLUTION.replace("self.w", "self.coef_").replace("self.b", "self.intercept_")
    (found,) = graded(renamed, tmp_path).errors
    assert found.mistake == "parameters-missing"
    assert found.seen.endswith("predict reads self.coef_ and self.intercept_ instead")


def test_what_is_right_is_not_shown_as_wrong(tmp_path: Path) -> None:
    wrong = SOLUTION.replace("2 / n * float(np.sum(error))", "2 * float(np.sum(error))")
    (found,) = graded(wrong, tmp_path).errors
    assert found.mistake == "gradient-bias-not-divided-by-n"
    assert "dw" not in found.seen


def test_a_single_number_is_no_odd_multiple(tmp_path: Path) -> None:
    kata = find_kata("normal_equation")
    found, *_ = graded(THROUGH_THE_ORIGIN, tmp_path, kata=kata).errors
    assert found.mistake == "fit-without-intercept"
    assert "times" not in found.seen


def test_expected_loss_is_that_of_the_own_start(tmp_path: Path) -> None:
    from_zero = SOLUTION.replace("losses = []", "losses, self.w, self.b = [], 0 * self.w, 0.0")
    wrong = from_zero.replace("self.compute_loss(y_hat, y))", "self.compute_loss(y_hat, y) + 1)")
    (found,) = graded(wrong, tmp_path).errors
    seen, expected = map(float, re.findall(r"(?:is|loss) (\d\S*\d)", found.seen))
    assert found.mistake == "fit-history-wrong-value"
    assert seen == pytest.approx(expected + 1, abs=1e-4)


def test_number_of_steps_is_not_told_from_the_losses(tmp_path: Path) -> None:
    leave = "losses.append(self.compute_loss(y_hat, y))\n            if losses[-1] < 0.03: break"
    (found,) = graded(SOLUTION.replace("losses.append(self.compute_loss(y_hat, y))", leave), tmp_path).errors
    assert re.match(r"fit returned \d+ losses for epochs=\d+", found.seen)


NO_MULTIPLE = {
    "a half of b": ("normal_equation", "np.ones(len(X))", "np.full(len(X), 2.0)"),
    "a small sum": ("standard_scaler", "np.where(is_constant, 1.0, X.std(axis=0))", "X.std(axis=0) + 1e-3"),
}


@pytest.mark.parametrize("slip", NO_MULTIPLE)
def test_a_part_or_a_sum_is_no_multiple(slip: str, tmp_path: Path) -> None:
    exercise, right, wrong = NO_MULTIPLE[slip]
    solution = (ROOT / "solutions" / f"{exercise}.py").read_text(encoding="utf-8")
    assert solution.count(right) == 1
    found, *_ = graded(solution.replace(right, wrong), tmp_path, kata=find_kata(exercise)).errors
    assert "times" not in found.seen


def test_signs_of_the_scores_are_no_constants(tmp_path: Path) -> None:
    solution = (ROOT / "solutions" / "logistic_regression.py").read_text(encoding="utf-8")
    wrong = solution.replace(
        "0.5 * (1 + np.tanh(0.5 * (X @ self.w + self.b)))", "1.0 * (X @ self.w + self.b > 0)"
    )
    found, *_ = graded(wrong, tmp_path, kata=find_kata("logistic_regression")).errors
    assert (found.mistake, "for every" in found.seen) == ("probability-wrong-value", False)
