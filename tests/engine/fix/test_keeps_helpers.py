"""The small fix of a mistake in a helper, an object or an alias: the learner's own construction stays."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.reference.methods_at_once import looping, whole_methods
from grader.fixing import corrected
from grader.kata import find_kata

from ...helpers.graded import fixed_text

FIRST = 60
LINEAR, LOGISTIC, SCALER = "linear_regression", "logistic_regression", "standard_scaler"
NORMAL, RIDGE = "normal_equation", "ridge_regression"
HEAD = "import numpy as np\n\n\n"
COUNTER = """class LinearRegression:
    def pace(self, start, turn):
        return start / (1 + 0.1 * turn)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, turn = [], 0
        while turn < epochs:
            turn += 1
            losses.append(self.compute_loss(self.predict(X), y))
            now = self.pace(lr, turn)
            self.w -= now * X.mean(axis=0)
        return losses
"""
SPEED = """class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0
        self.speed = np.zeros(n_features)
        self.drift = 0.0

    def _roll(self, dw, db, lr):
        self.speed = 0.9 * self.speed + dw
        self.drift = 0.9 * self.drift + db
        self.w -= lr * self.speed
        self.b -= lr * self.drift

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for _ in range(epochs):
            out.append(self.compute_loss(self.predict(X), y))
            self._roll(*self.compute_gradients(X, y, self.predict(X)), lr)
        return out
"""
BEGUN = "        self.speed = np.zeros_like(self.speed)\n        self.drift = 0.0\n"
STREAM = """class LinearRegression:
    def steps(self, X, y, lr):
        while True:
            y_hat = self.predict(X)
            yield self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        steps = self.steps(X, y, lr)
        return [next(steps) for _ in range(epochs)]
"""
LATER = STREAM.replace("yield self.compute_loss", "loss = self.compute_loss").replace(
    "lr * db\n", "lr * db\n            yield loss\n"
)
SHIFTED = """class Shifted:
    def __init__(self, X, y):
        self.mid_x, self.mid_y = X.mean(axis=0), y.mean()
        self.A, self.t = X - self.mid_x, y - self.mid_y


class LinearRegression:
    def fit(self, X, y):
        s = Shifted(X, y)
        self.w = np.linalg.pinv(s.A) @ s.t
        self.b = s.mid_y
        return self
"""
IDLE = """class Pace:
    def __init__(self, first):
        self.first, self.turn = first, 0

    def now(self):
        return self.first / (1 + 0.1 * self.turn)

    def tick(self):
        self.turn += 1


class LinearRegression:
    def fit(self, X, y, lr=0.01, epochs=1000):
        pace, log = Pace(lr), []
        for _ in range(epochs):
            log.append(self.compute_loss(self.predict(X), y))
            dw, db = self.compute_gradients(X, y, self.predict(X))
            self.w = self.w - pace.first * dw
            self.b = self.b - pace.first * db
            pace.tick()
        return log
"""
EACH = """class LinearRegression:
    def both(self):
        return self.w, self.b

    def move(self, slopes, lr):
        for old, slope in zip(self.both(), slopes):
            old -= lr * slope

    def fit(self, X, y, lr=0.01, epochs=1000):
        log = []
        for _ in range(epochs):
            log.append(self.compute_loss(self.predict(X), y))
            self.move(self.compute_gradients(X, y, self.predict(X)), lr)
        return log
"""
LOOP = EACH[EACH.index("        for old") : EACH.index("\n\n    def fit")]
BACK = "        self.w, self.b = [old - lr * slope for old, slope in zip(self.both(), slopes)]"
ASKED = IDLE.replace("pace.first", "pace.now()")
NAMED = """class Fitted:
    def _keep(self, solution):
        self.offset_ = solution[0]
        self.slopes_ = solution[1:]


class LinearRegression(Fitted):
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def fit(self, X, y):
        A = np.c_[np.ones(len(X)), X]
        self._keep(np.linalg.lstsq(A, y, rcond=None)[0])
        return self
"""
PENALTY = """class Shrinkage:
    def __init__(self, amount=1.0):
        self.amount = amount

    def of(self, w):
        return self.amount * w @ w


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0, kind=Shrinkage):
        self.w, self.b, self.alpha = np.zeros(n_features), 0.0, alpha
        self.kind = kind()

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2) + self.kind.of(self.w)
"""
JOINED = """class RidgeRegression:
    @property
    def all(self):
        return np.append(self.w, self.b)

    def predict(self, X):
        return np.c_[X, np.ones(len(X))] @ self.all

    def compute_gradients(self, X, y, y_hat):
        slope = np.c_[X, np.ones(len(X))].T @ (y_hat - y) * 2 / len(y)
        slope += 2 * self.alpha * self.all
        return slope[:-1], slope[-1]
"""
UNDONE = """class Units:
    def __init__(self, zero, width):
        self.zero, self.width = zero, width

    def undo(self, v):
        v = v + self.zero
        return v * self.width


class StandardScaler:
    def inverse_transform(self, Z):
        return Units(self.mean_, self.scale_).undo(Z)
"""
SQUASH = """def squash(t):
    t = np.exp(-t)
    t += 1
    return 1 / t


class LogisticRegression:
    def predict_proba(self, X):
        return squash(X @ self.w + self.b)
"""
BOUND = """BOUND = 20


def tame(method):
    def inner(self, X):
        return np.clip(method(self, X), -BOUND, BOUND)

    return inner


class LogisticRegression:
    @tame
    def score(self, X):
        return X @ self.w + self.b

    def predict_proba(self, X):
        return 1 / (1 + np.exp(-self.score(X)))
"""
SQUARES = """def squared(numbers):
    return np.array([one * one for one in numbers])


class LinearRegression:
    def compute_loss(self, y_hat, y):
        return np.mean(squared(y_hat - y))
"""


@pytest.mark.parametrize(
    ("exercise", "step", "source", "old", "new", "at"),
    [
        (LINEAR, "fit", COUNTER, "self.pace(lr, turn)", "self.pace(lr, turn - 1)", "now ="),
        (LINEAR, "fit", SPEED, "        out = []\n", f"{BEGUN}        out = []\n", "self.speed = 0.9"),
        (LINEAR, "fit", STREAM, STREAM, LATER, "yield"),
        (LINEAR, "fit", EACH, LOOP, BACK, "old -="),
        (LINEAR, "fit", IDLE, IDLE, ASKED, "self.w ="),
        (NORMAL, "fit", SHIFTED, "= s.mid_y", "= s.mid_y - s.mid_x @ self.w", "self.b ="),
        (NORMAL, "fit", NAMED, "offset_ = solution[0]\n        self.slopes_",
         "b = solution[0]\n        self.w", "self.offset_"),
        (RIDGE, "loss", PENALTY, "kind()", "kind(amount=alpha)", "kind()"),
        (RIDGE, "gradients", JOINED, "slope += 2 * self.alpha * self.all",
         "slope[:-1] += 2 * self.alpha * self.w", "slope +="),
        (SCALER, "inverse", UNDONE, "v + self.zero\n        return v * self.width",
         "v * self.width\n        return v + self.zero", "v = v"),
        (LOGISTIC, "probability", SQUASH, "np.exp(-t)", "np.exp(np.clip(-t, -500, 500))", "np.exp"),
        (LOGISTIC, "probability", BOUND, "BOUND = 20", "BOUND = 500", "np.clip"),
        (LINEAR, "vectorization", SQUARES, "np.array([one * one for one in numbers])",
         "numbers * numbers", "one * one"),
    ],
)  # fmt: skip
def test_the_small_change_is_tried_early(
    exercise: str, step: str, source: str, old: str, new: str, at: str
) -> None:
    before, after = HEAD + source, HEAD + source.replace(old, new, 1)
    line = before[: before.index(at)].count("\n") + 1
    found = list(candidates(find_kata(exercise).declaration, before, step, [line]))
    assert before != after in found and found.index(after) < FIRST


ALIAS = """class LogisticRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def score(self, X):
        return 0.5 * (1 + np.tanh(0.5 * (X @ self.w + self.b)))

    predict_proba = score
    predict = score

    def name(self):
        return "two classes"
"""
RIGHT = """class LogisticRegression:
    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)
"""
DEF = "\n    def predict(self, X):\n        return (self.predict_proba(X) >= 0.5).astype(int)\n"


def test_a_method_takes_the_place_of_a_second_name() -> None:
    declared, before = find_kata(LOGISTIC).declaration, HEAD + ALIAS
    after = before.replace("    predict = score\n", DEF)
    assert [*whole_methods(declared, before, ["predict"], [12], HEAD + RIGHT)] == [after]
    assert corrected(before, fixed_text(before, find_kata(LOGISTIC))) == after


def test_the_helper_of_one_method_is_not_that_of_its_callers() -> None:
    fit = "\n    def fit(self, X, y):\n        return [self.compute_loss(X, y)]\n"
    assert looping(find_kata(LINEAR).declaration, HEAD + SQUARES + fit, HEAD) == ["compute_loss"]
