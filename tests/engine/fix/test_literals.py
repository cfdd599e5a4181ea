"""A fix changes a wrong literal where it is written, not the line that uses it."""

import re

import pytest

from grader.engine.fix.candidates import candidates
from grader.kata import find_kata

FIRST = 8
HEAD = """import numpy as np

UP, DOWN = -1.0, 1.0
ROWS = 0
COLS = 1
AXIS = COLS
HALF = 0.5


class Model:
    LESS = 1
    wide: float = 5.0
    LIMIT = 10.0

    def __init__(self, n_features, decay=0.1, cut=None, centred=False):
        self.decay, self.cut, self.centred = decay, cut, centred

    def size(self, x, order=1):
        return x.size ** order - self.LESS

"""
LOSS = "compute_loss(self, y_hat, y)"
METHOD = "    def {}:\n        return {}\n"


@pytest.mark.parametrize(
    ("exercise", "method", "value", "old", "new"),
    [
        ("linear_regression", "compute_gradients(self, X, y, y_hat)", "np.where(y > y_hat, UP, DOWN) @ X, 0",
         "-1.0, 1.0", "1.0, -1.0"),
        ("linear_regression", LOSS, "np.mean(y_hat, axis=AXIS)", "= COLS", "= ROWS"),
        ("linear_regression", LOSS, "y.sum() / self.size(y)", "LESS = 1", "LESS = 0"),
        ("linear_regression", LOSS, "y.sum() / self.size(y)", "order=1", "order=2"),
        ("linear_regression", LOSS, "y.sum() + self.decay", "decay=0.1", "decay=0.0"),
        ("linear_regression", LOSS, "y.sum() * self.wide", "= 5.0", "= 0.01"),
        ("linear_regression", LOSS, "np.minimum(y, self.LIMIT)", "= 10.0", "= 500.0"),
        ("linear_regression", LOSS, "y if self.centred else 0", "=False", "=True"),
        ("logistic_regression", "predict(self, X)", "X > self.cut", "cut=None", "cut=0.5"),
    ],
)  # fmt: skip
def test_it_is_tried_early(exercise: str, method: str, value: str, old: str, new: str) -> None:
    source = HEAD + METHOD.format(method, value)
    line, step = len(source.splitlines()), "predict" if "predict" in method else "loss"
    found = list(candidates(find_kata(exercise).declaration, source, step, [line]))[:FIRST]
    assert source.count(old) == 1 and source.replace(old, new) in found


@pytest.mark.parametrize("value", ["0.0", "1.0"])
def test_a_literal_that_no_blamed_line_uses_stays(value: str) -> None:
    source = HEAD + METHOD.format(LOSS, "y.mean()")
    found = candidates(find_kata(None).declaration, source, "loss", [len(source.splitlines())])
    assert source.replace("decay=0.1", f"decay={value}") not in list(found)[:40]


def test_a_documented_default_stays() -> None:
    method = "    def fit(self, X, y, lr=0.01, epochs=1000):\n        return lr * y\n"
    found = candidates(find_kata(None).declaration, HEAD + method, "fit", [len(HEAD.splitlines()) + 2])
    assert not [text for text in list(found)[:FIRST] if re.search(r"lr=([12]|0\.0,)", text)]


def test_one_number_has_no_axis() -> None:
    method = '    def __init__(self, n_features):\n        shapes = {"w": n_features, "b": 1}\n'
    source = f"class LinearRegression:\n{method}        self.shapes = shapes\n"
    found = candidates(find_kata(None).declaration, source, "init", [4])
    assert source.replace('"b": 1', '"b": ()') in list(found)[:30]
