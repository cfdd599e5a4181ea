"""Fixes within the learner's own objects and helpers, in the way in which these are meant to be used."""

import pytest

from grader.fixing import corrected
from grader.kata import find_kata

from ...helpers.graded import fixed_text
from .test_nothing_left_over import MODEL, STEPS

METER = """class Meter:
    def __init__(self):
        self.last, self.total, self.count = 0.0, 0.0, 0

    def update(self, value):
        self.last = value
        self.total += value
        self.count += 1

    @property
    def mean(self):
        return self.total / self.count


class Linear"""
APPENDED = "losses.append(self.compute_loss(y_hat, y))"
METERED = "meter.update(self.compute_loss(y_hat, y))\n            losses.append(meter.{})"
HELPER = """def update_(param, grad, lr):
    param -= lr * grad{}


class Linear"""
IN_PLACE = "            {}update_(self.w, dw, lr)\n            {}update_(self.b, db, lr)\n"
STARRED = "    def move(self, {}, lr):\n        self.w -= lr * dw\n        self.b -= lr * db\n\n    def fit"
CALLED = "            self.move(*self.compute_gradients(X, y, y_hat), lr)\n"
PAIR = """    w = property(lambda m: m.pair[0], lambda m, w: setattr(m, "pair", (w, m.pair[1])))
    b = property(lambda m: m.pair[1], lambda m, b: setattr(m, "pair", (m.pair[0], b)))

    def __init__(self, n_features):
        self.pair = np.zeros(n_features), 0.0

    def predict"""
SCALER = """import numpy as np


class StandardScaler:
    def __init__(self):
        self.steps = [
            (lambda A: A - self.mean_, lambda A: A + self.mean_),
            (lambda A: A / self.scale_, lambda A: A * self.scale_),
        ]

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))
        return self

    def transform(self, X):
        for do, _ in self.steps:
            X = do(X)
        return X

    def inverse_transform(self, Z):
        for _, undo in self.steps:
            Z = undo(Z)
        return Z
"""
NORMAL = """import numpy as np


def design(X):
    return np.c_[np.ones(len(X)), X]


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def store(self, theta):
        self.w = theta[:-1]
        self.b = float(theta[-1])

    def fit(self, X, y):
        A = np.c_[X, np.ones(len(X))]
        gram = A.T @ A
        theta = np.linalg.pinv(gram) @ A.T @ y
        self.store(theta)
        return self
"""


@pytest.mark.parametrize(
    ("exercise", "right", "wrong", "changes"),
    [
        ("linear_regression", MODEL, "another member", {
            "class Linear": (METER, METER), APPENDED: (METERED.format("last"), METERED.format("mean")),
            "losses = []": ("meter, losses = Meter(), []",) * 2,
        }),
        ("linear_regression", MODEL, "given back", {
            "class Linear": (HELPER.format("\n    return param"), HELPER.format("")),
            STEPS: (IN_PLACE.format("self.w = ", "self.b = "), IN_PLACE.format("", "")),
        }),
        ("linear_regression", MODEL, "stored back", {
            MODEL[MODEL.index("    def __init__") : MODEL.index("(self, X):")]: (PAIR, PAIR),
            "losses = []": ("losses = []\n        pair = self.pair",) * 2,
            "self.predict(X)": ("X @ pair[0] + pair[1]",) * 2,
            STEPS: ("            pair = (pair[0] - lr * dw, pair[1] - lr * db)\n",) * 2,
            "return losses": ("self.pair = pair\n        return losses", "return losses"),
        }),
        ("linear_regression", MODEL, "the order of parameters", {
            "    def fit": (STARRED.format("dw, db"), STARRED.format("db, dw")), STEPS: (CALLED, CALLED),
            "            dw, db = self.compute_gradients(X, y, y_hat)\n": ("", ""),
        }),
        ("standard_scaler", SCALER, "the other way", {
            "undo in self.steps": ("undo in reversed(self.steps)", "undo in self.steps"),
        }),
        ("normal_equation", NORMAL, "the other end", {
            "A = np.c_[X, np.ones(len(X))]": ("A = design(X)",) * 2,
            "theta[:-1]": ("theta[1:]", "theta[:-1]"), "theta[-1]": ("theta[0]", "theta[-1]"),
        }),
        ("normal_equation", NORMAL, "the inverse", {
            "np.linalg.pinv(gram)": ("np.linalg.pinv(gram)", "np.power(gram, -1)"),
        }),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value and len(value) < 30 else "",
)  # fmt: skip
def test_the_fix_uses_what_the_learner_has(
    exercise: str, right: str, wrong: str, changes: dict[str, tuple[str, str]]
) -> None:
    source = right
    for old, (good, bad) in changes.items():
        assert old in right
        right, source = right.replace(old, good), source.replace(old, bad)
    verdict = fixed_text(source, find_kata(exercise))
    assert corrected(source, verdict) == right, wrong
