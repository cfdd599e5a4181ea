"""A fix takes the way that the learner has laid out: their object, their helper, their literal."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.kata import find_kata

FIRST = 60  # of the 110 that are tried
HEAD = """import numpy as np

STD = 1.0


class Schedule:
    def __init__(self, rate, decay=0.0):
        self.rate, self.decay, self.turn, self.last = rate, decay, 0, None

    def turned(self):
        self.turn += 1

    def now(self):
        return self.rate / (1 + self.turn)

    def step(self, old, slope, decays=True):
        if decays:
            slope = slope + self.decay * old  # here
        return old - self.rate * slope

    def is_small(self, loss):
        if self.last is None:
            return False
        small = self.last - loss < 1e-4
        self.last = loss
        return small


class Centred:
    def __init__(self, values):
        self.mean = values.mean(axis=0)
        self.values = values - self.mean


def start(n, std):
    return np.random.normal(0.0, std, size=n)  # here


def chosen(condition, other, one):
    return np.where(condition, one, other)  # here


def over(total, n):
    return total / n


def mean_of(X, axis=None):
    return np.mean(X, axis=axis)


def solved(gram, moment):
    root = np.linalg.cholesky(gram)  # here
    return np.linalg.solve(root.T, np.linalg.solve(root, moment))


class Model:
"""
LINEAR, RIDGE, NORMAL = "linear_regression", "ridge_regression", "normal_equation"
LOGISTIC, SCALER, DECAY = "logistic_regression", "standard_scaler", "linear_regression+decay"
FIT = "    def fit(self, X, y, lr=0.01, epochs=1000):\n"
LOOP = f"""{FIT}        schedule = Schedule(lr)
        for _ in range(epochs):
            rate = schedule.now()  # here
            self.w = self.w - rate * X
"""
STOPS = f"""{FIT}        schedule = Schedule(lr)
        for _ in range(epochs):
            if schedule.is_small(y):  # here
                break
            self.w = self.w - lr * X
"""
TWO = f"""    def move_w(self, X, lr):
        self.w = self.w - lr * X

    def move_b(self, X, lr):
        self.b -= lr * self.predict(X)  # here

{FIT}        for _ in range(epochs):
            self.move_w(X, lr)
            self.move_b(X, lr)
"""
STATE = f"""{FIT}        state = Schedule(self.w, self.b)
        for _ in range(epochs):
            state = Schedule(state.w - lr * X, state.b - lr)
        return y  # here
"""
PENALTY = "        return over(y @ y + self.alpha * self.w, len(y))  # here\n"


@pytest.mark.parametrize(
    ("exercise", "step", "method", "changes"),
    [
        (DECAY, "fit", LOOP, [("rate * X\n", "rate * X\n            schedule.turned()\n")]),
        (LINEAR + "+tolerance", "fit", STOPS,
         [("            return False", "            self.last = loss\n            return False")]),
        (NORMAL, "fit", "    def fit(self, X, y):\n        c = Centred(X)\n"
         "        self.b = y.mean() - c.values.mean(axis=0) @ self.w  # here\n",
         [("c.values.mean(axis=0)", "c.mean")]),
        (SCALER, "transform", "    def apply(self, X):\n        return X - self.mean_\n\n"
         "    def fit_transform(self, X):\n        self.fit(X)\n        return self.apply(X)\n\n"
         "    def transform(self, X):\n        return self.fit_transform(X)  # here\n",
         [("return self.fit_transform", "return self.apply")]),
        (LOGISTIC, "predict", "    def predict(self, X):\n        return chosen(X >= 0.5, 1, 0)\n",
         [("0.5, 1, 0", "0.5, 0, 1")]),
        (LINEAR, "init", "    def __init__(self, n_features):\n        self.w = start(n_features, STD)\n",
         [("STD = 1.0", "STD = 0.01")]),
        (SCALER, "fit", "    def fit(self, X):\n        self.mean_ = mean_of(X)  # here\n",
         [("axis=None", "axis=0")]),
        (RIDGE, "loss", f"    def compute_loss(self, y_hat, y):\n{PENALTY}",
         [("over(y @ y + self.alpha * self.w, len(y))", "over(y @ y, len(y)) + self.alpha * self.w")]),
        (RIDGE, "fit", f"{FIT}        s = Schedule(lr, decay=self.alpha)\n"
         "        self.w = s.step(self.w, X)\n"
         "        self.b = s.step(self.b, y, decays=False)\n", [("(lr, decay=self.alpha)", "(lr)")]),
        (NORMAL, "rank", "    def fit(self, X, y):\n        self.w = solved(X.T @ X, X.T @ y)\n",
         [("solved(X.T @ X, X.T @ y)", "np.linalg.lstsq(X, y, rcond=None)[0]")]),
        (LINEAR, "fit", TWO,
         [("self.w = self.w - lr", "return self.w - lr"), ("self.b -= lr * ", "return self.b - lr * "),
          ("self.move_w(X, lr)\n            self.move_b(X, lr)",
           "self.w, self.b = self.move_w(X, lr), self.move_b(X, lr)")]),
        (LINEAR, "fit", STATE,
         [("        return y", "        self.w, self.b = state.w, state.b\n        return y")]),
    ],
)  # fmt: skip
def test_it_is_tried_early(exercise: str, step: str, method: str, changes: list[tuple[str, str]]) -> None:
    before = HEAD + method
    asked = max(k for k, line in enumerate(before.splitlines(), 1) if "# here" in line)
    if "# here" not in method:  # in the helper that it uses
        name = next(word for word in ("start", "chosen", "solved", "step") if f"{word}(" in method)
        asked = before[before.index("# here", before.index(f"def {name}(")) :].count("\n")
        asked = before.count("\n") - asked + 1
    after = before
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    name, _, twist = exercise.partition("+")
    declared = find_kata(name).twisted(twist or None).declaration
    mistakes = {"loss-penalty-divided-by-n": asked} if exercise == RIDGE and step == "loss" else {}
    found = list(candidates(declared, before, step, [asked], mistakes))
    assert after in found
    assert found.index(after) < FIRST


ZERO = "        spread = X.std(axis=0)\n        spread[{}] = 1.0  # here\n        self.scale_ = spread\n"
TOTALS = (
    "        e = y_hat - y\n        dw = {}X.T @ e  # here\n        db = {}np.sum(e)\n        return dw, db\n"
)
ONE_CLASS = "        return -np.mean(y * np.log(p + 1e-09){})  # here\n"
SAMPLED = f"""import numpy as np


def drawn(rng, A, t):
    rows = rng.integers(0, len(t), size=9)
    return A[rows], t[rows]


class LinearRegression:
{FIT}        rng = np.random.default_rng(0)
        for _ in range(epochs):
            some, own = drawn(rng, X, y)
            dw, db = self.compute_gradients(some, own, self.predict(some))  # here
            self.w, self.b = self.w - lr * dw, self.b - lr * db
"""
TAKEN = "            some, own = drawn(rng, X, y)\n"
CHOICE = f"""{HEAD}    def __init__(self, n_features, threshold=0.5):
        self.threshold = threshold

    def score(self, X):
        return X @ self.w + self.b

    def predict_proba(self, X):
        return 1 / (1 + np.exp(-self.score(X)))

    def predict(self, X):
        return self.score(X) >= self.threshold  # here
"""
COMPOUND = """import numpy as np


class Decay:
    def __init__(self, rate):
        self.rate = rate
        self.turn = 0

    def step(self):
        self.turn += 1
        self.rate = self.rate / (1 + self.turn)  # here


class LinearRegression:
"""
STEPS = f"{FIT}        decay = Decay(lr)\n        for _ in range(epochs):\n            decay.step()\n"
LOST = """import numpy as np


def nll(p, y):
    picked = np.where(y == 1, p, 1 - p)
    return -np.log(picked).mean()  # here


class LogisticRegression:
    def compute_loss(self, p, y):
        return nll(p, y)
"""
CLIPPED = "    p = np.clip(p, 1e-12, 1 - 1e-12)\n    picked"


@pytest.mark.parametrize(
    ("exercise", "step", "mistakes", "before", "changes"),
    [
        (SCALER, "fit", ["constant-column"],
         HEAD + "    def fit(self, X):\n" + ZERO.format("spread == 0"),
         [("spread == 0", "(X == X[0]).all(axis=0)")]),
        (LINEAR, "gradients", ["gradient-not-divided-by-n", "gradient-missing-factor-two"],
         HEAD + "    def compute_gradients(self, X, y, y_hat):\n" + TOTALS.format("", ""),
         [("dw = ", "dw = 2 / len(X) * "), ("db = ", "db = 2 / len(X) * ")]),
        (LOGISTIC, "loss", ["loss-one-sided"],
         HEAD + "    def compute_loss(self, p, y):\n" + ONE_CLASS.format(""),
         [("1e-09))", "1e-09) + (1 - y) * np.log(1 - p + 1e-09))")]),
        (LINEAR, "fit", ["fit-stochastic"], SAMPLED,
         [(TAKEN, ""), ("gradients(some, own, self.predict(some))", "gradients(X, y, self.predict(X))")]),
        (LOGISTIC, "predict", ["labels-threshold-on-score"], CHOICE,
         [("self.score(X) >=", "self.predict_proba(X) >=")]),
        (DECAY, "fit", ["fit-learning-rate-changes"], COMPOUND + STEPS,
         [("self.rate = rate\n", "self.rate = rate\n        self.initial_rate = rate\n"),
          ("self.rate = self.rate", "self.rate = self.initial_rate")]),
        (LOGISTIC, "loss", ["loss-not-finite"], LOST, [("    picked", CLIPPED)]),
    ],
)  # fmt: skip
def test_it_is_tried_early_for_a_mistake(
    exercise: str, step: str, mistakes: list[str], before: str, changes: list[tuple[str, str]]
) -> None:
    asked = max(k for k, line in enumerate(before.splitlines(), 1) if line.endswith("# here"))
    after = before
    for old, new in changes:
        assert old in after
        after = after.replace(old, new, 1)
    name, _, twist = exercise.partition("+")
    declared = find_kata(name).twisted(twist or None).declaration
    found = list(candidates(declared, before, step, [asked], dict.fromkeys(mistakes, asked)))
    assert after in found
    assert found.index(after) < FIRST
