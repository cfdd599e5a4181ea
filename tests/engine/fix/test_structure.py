"""The learner's structure is kept: changes in a loop or helper come before replacing or dropping it."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.kata import find_kata

from .test_candidates import first_changes, line_of

FIRST = 60
HEAD = """import numpy as np


def squash(t):
    return np.exp(t) / (1 + np.exp(t))


def bounded(t):
    t = np.clip(t, -9, 9)
    return 1 / (1 + np.exp(-t))


class Begun:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features, dtype=int)
        self.b = 0.0
        self.alpha = alpha
        self.log = []

    def walk(self, epochs):
        for k in range(epochs):
            yield float(k)

    def once(self, X, y, lr):
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        g = self.compute_gradients(X, y, self.predict(X))
        self.w, self.b = self.w - lr * g[0], self.b - lr * g[1]
        return 1.0


class LinearRegression(Begun):
    def __init__(self, n_features):
        super().__init__(n_features)

"""
FIT = "    def fit(self, X, y, lr=0.01, epochs=1000{}):\n        {}\n"
LOOP = """k = 0
while k < epochs:
    self.log.append(self.compute_loss(self.predict(X), y))
    g = self.compute_gradients(X, y, self.predict(X))
    u, v = g[:-1], g[-1]
return self.log"""
FROZEN = """u, v = self.compute_gradients(X, y, self.predict(X))
for _ in range(epochs):
    seen = self.predict(X)
    self.w, self.b = self.w - lr * u, self.b - lr * v"""
LOCAL = """u, v = self.w.copy(), self.b
for _ in range(epochs):
    u = u - lr * X.T @ y
    v = v - lr
return 1"""
PROBABILITY = "    def predict_proba(self, X):\n        return {}(X @ self.w + self.b)\n"


def fit(body: str, more: str = "") -> str:
    """The source of a `fit` method with this body."""
    return FIT.format(more, body.replace("\n", "\n" + " " * 8))


@pytest.mark.parametrize(
    ("exercise", "mistake", "method", "blamed", "right"),
    [
        # The loop and the list of losses are kept.
        ("linear_regression", "fit-stops-early", fit(LOOP), "while", ["k += 1"]),
        ("linear_regression", "fit-history-wrong-length", fit(LOOP), "return self.log", ["self.log = []"]),
        ("linear_regression", "fit-history-wrong-length", fit("return log", ", log=[]"), "return log",
         ["def fit(self, X, y, lr=0.01, epochs=1000, log=None):\n        log = [] if log is None else log"]),
        ("linear_regression", "fit-history-missing", fit("return (float(k) for k in range(epochs))"),
         "return (", ["return [float(k) for k in range(epochs)]"]),
        ("linear_regression", "fit-history-missing", fit("return self.walk(epochs)"), "return self.walk",
         ["return list(self.walk(epochs))"]),
        ("linear_regression", "fit-gradient-frozen", fit(FROZEN), "u, v =",
         ["", "u, v = self.compute_gradients(X, y, seen)"]),
        ("linear_regression", "fit-updates-a-copy", fit(LOCAL), "u = u -", ["self.w, self.b = u, v"]),
        # The helper is changed.
        ("linear_regression", "weights-integer", "", "dtype=int", ["self.w = np.zeros(n_features)"]),
        ("linear_regression", "fit-resets-parameters", fit("return [self.once(X, y, lr)] * epochs"),
         "self.w = np.zeros(X", [""]),
        ("logistic_regression", "probability-overflows", PROBABILITY.format("squash"), "return np.exp(t)",
         ["return 0.5 * (1 + np.tanh(0.5 * t))"]),
        ("logistic_regression", "probability-clipped", PROBABILITY.format("bounded"), "t = np.clip",
         ["t = np.clip(t, -500, 500)"]),
    ],
)  # fmt: skip
def test_what_the_learner_has_built_stays(
    exercise: str, mistake: str, method: str, blamed: str, right: list[str]
) -> None:
    text = (HEAD + method).replace("LinearRegression", find_kata(exercise).declaration.class_name)
    step = "fit" if "def fit" in method else ""
    assert right in first_changes(exercise, text, mistake, blamed, FIRST, step)


def test_what_leaves_a_helper_without_use_comes_after_what_changes_it() -> None:
    kata = find_kata("logistic_regression")
    text = (HEAD + PROBABILITY.format("squash")).replace("LinearRegression", kata.declaration.class_name)
    line = line_of(text, "return np.exp(t)")
    texts = list(candidates(kata.declaration, text, "probability", [line], {"probability-overflows": line}))
    inside = next(k for k, new in enumerate(texts) if "return 0.5 * (1 + np.tanh(0.5 * t))" in new)
    without = [k for k, new in enumerate(texts) if new.count("squash(") == 1]
    assert without
    assert inside < min(without)
