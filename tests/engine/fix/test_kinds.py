"""Kinds of slips that do not need a whole new method: the small edit is among the first candidates."""

from itertools import islice

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.faults import faults
from grader.engine.fix.smallest import smallest
from grader.engine.fix.text import changes_between
from grader.kata import find_kata

from .test_candidates import line_of

FIRST = 40
HEAD = """import numpy as np


class Model:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

"""
STEP = """    def _descend(self, gw, gb, lr):
        self.w = self.w - lr * np.clip(gw, -5, 5)
        self.b = self.b - lr * np.clip(gb, -5, 5)

    def fit(self, X, y, lr=0.01, epochs=1000):
        for _ in range(epochs):
            self._descend(*self.compute_gradients(X, y, self.predict(X)), lr)
"""
FIT = """    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []{before}
        for k in range(epochs):
            p = self.predict(X)
            losses.append(self.compute_loss(p, y))
            gw, gb = self.compute_gradients(X, y, p)
            {body}
        return losses
"""
PLAIN = "self.w -= lr * gw"
SOME = "if k % 10 == 0:\n                losses.append(0.0)"
SMALL = "self.w -= lr * gw\n            if np.abs(gb) < tol:\n                break"
LAST = "if last - losses[-1] < 1e-4:\n                break\n            last = losses[-1]"
ENDED = "self.w -= lr * gw\n            if len(losses) > 9:\n                break"
SOLVED = "    def fit(self, X, y):\n        A = np.hstack([X, np.ones((len(X), 1))])\n        {}\n"
REFUSED = (
    'if np.linalg.matrix_rank(A) < A.shape[1]:\n            raise ValueError("dependent")\n        self.w = A'
)
SLOPES = (
    "    def compute_gradients(self, X, y, y_hat):\n        {}\n        return X.T @ r / len(y), r.mean()\n"
)
NAMED = "    def _loss(self, p, y):\n        return np.mean((p - y) ** 2)\n"


def first_fixes(exercise: str, text: str, mistake: str, blamed: str, step: str) -> list[list[str]]:
    """What the first candidates add, line by line, for a mistake on the line that contains `blamed`."""
    name, _, twist = exercise.partition(":")
    declared, line = find_kata(name).twisted(twist or None).declaration, line_of(text, blamed)
    some = islice(candidates(declared, text, step, [line], {mistake: line}), FIRST)
    lines = [[line for c in changes_between(text, new) for line in c.text.splitlines()] for new in some]
    return [[line.strip() for line in one] for one in lines]


@pytest.mark.parametrize(
    ("exercise", "step", "mistake", "method", "blamed", "right"),
    [
        ("linear_regression", "fit", "gradient-clipped", STEP, "np.clip(gw",
         ["self.w = self.w - lr * gw", "self.b = self.b - lr * gb"]),
        ("linear_regression", "fit", "fit-wrong-value", FIT.format(before="", body="self.b =- lr * gb"), "=-",
         ["self.b -= lr * gb"]),
        ("linear_regression", "fit", "fit-history-wrong-length", FIT.format(before="", body=SOME), "if k",
         ["losses.append(0.0)"]),
        ("linear_regression", "fit", "fit-stops-early", FIT.format(before="", body=SMALL), "if np", []),
        ("linear_regression", "gradients", "gradient-divided-by-features",
         SLOPES.format("n = X.shape[-1]\n        r = 2 * (y_hat - y)"), "n = X", ["n = X.shape[0]"]),
        ("linear_regression", "loading", "import-fails", "    SMALL = np.finfo(flaot).eps\n", "flaot",
         ["SMALL = np.finfo(float).eps"]),
        ("linear_regression:tolerance", "fit", "fit-wrong-value", FIT.format(before="", body=ENDED), "if len",
         ["if len(losses) > 9:", "break"]),
        ("linear_regression:tolerance", "fit", "twist-ignored", FIT.format(before="", body=PLAIN),
         "for k", ["if len(losses) > 1 and losses[-2] - losses[-1] < 1e-4:", "break"]),
        ("linear_regression:tolerance", "fit", "fit-stops-early",
         FIT.format(before="\n        last = 0.0", body=LAST), "if last", ["last = np.inf"]),
        ("linear_regression", "gradients", "gradient-missing-factor-two",
         SLOPES.format("r = -1.0 / 1 * (y - y_hat)"), "r = -1", ["r = -2.0 / 1 * (y - y_hat)"]),
        ("linear_regression", "fit", "wrong-signature", "    def fit(self, X, y):\n        return []\n",
         "def fit", ["def fit(self, X, y, lr=0.01, epochs=1000):"]),
        ("linear_regression", "loading", "method-missing", NAMED, "def _loss",
         ["def compute_loss(self, p, y):"]),
        ("normal_equation", "rank", "fit-singular",
         SOLVED.format("t = np.linalg.inv(A.T @ A) @ A.T @ y\n        self.w = t"), "inv(",
         ["t = np.linalg.pinv(A.T @ A) @ A.T @ y"]),
        ("normal_equation", "rank", "fit-singular", SOLVED.format(REFUSED), "raise", []),
    ],
)  # fmt: skip
def test_the_small_edit_comes_early(
    exercise: str, step: str, mistake: str, method: str, blamed: str, right: list[str]
) -> None:
    assert right in first_fixes(exercise, HEAD + method, mistake, blamed, step)


def test_a_value_that_has_no_sign_keeps_none_in_a_call_around_it() -> None:
    assert faults("x = np.abs(np.mean(np.abs(y)))\n") == 1
    assert faults("x = np.mean(np.abs(y))\n") == 0


def test_an_argument_with_a_name_keeps_it() -> None:
    old, new = "m = np.mean(X)\n", "m = np.mean(X, axis=0)\n"
    assert smallest(old, new, lambda text: text.endswith("0)\n") and "(X" in text) == new


@pytest.mark.parametrize("test", ["2", "k % 2", "len(X)", "not len(X)", "X.shape[1]", "k and 1"])
def test_the_truth_of_a_number_is_no_condition(test: str) -> None:
    assert faults(f"if {test}:\n    f()\n") == 1
    assert faults(f"if {test} == 3:\n    f()\n") == 0


def test_a_condition_on_which_a_loop_is_left_is_not_changed() -> None:
    text = HEAD + FIT.format(before="", body=SMALL)
    given = find_kata("linear_regression").declaration, text, "fit", [line_of(text, "if np")]
    new = [c.text for one in candidates(*given) for c in changes_between(text, one)]
    assert new and not any("if " in one and "np.abs(gb) < tol" not in one for one in new)


def test_a_tiny_constant_of_the_right_code_is_not_removed_as_a_limit() -> None:
    method = "    def predict(self, X):\n        return np.array(self.score(X) >= 0.5, dtype=int)\n"
    given = "logistic_regression", HEAD + method, "labels-threshold-on-score", ">= 0.5", "predict"
    lines = first_fixes(*given)
    assert not any(">= 1e-" in line for one in lines for line in one)
    assert ["return np.array(self.score(X) >= 0.0, dtype=int)"] in lines


def test_a_call_on_the_blamed_line_is_dropped_early_even_if_only_it_uses_the_helper() -> None:
    helper = "    def _reset(self):\n        self.w = np.zeros_like(self.w)\n\n"
    text = HEAD + helper + FIT.format(before="", body="self._reset()")
    found = first_fixes("linear_regression", text, "fit-resets-parameters", "self._reset()", "fit")
    assert [] in found[:10]
