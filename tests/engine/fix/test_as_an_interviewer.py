"""Fixes that an interviewer would make: at the cause, in the learner's own code and names."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.tidy.comments import without_untrue
from grader.kata import find_kata

from ...helpers.tried import place_of

HEAD = "import numpy as np\n\n\nclass LinearRegression:\n"
LOOP = "        for _ in range(epochs):\n"
CHOSEN = f"""{HEAD}    LOSSES = {{"mse": np.square, "mae": np.abs}}

    def __init__(self, n_features, loss="mae"):
        self.loss = loss

    def compute_loss(self, y_hat, y):
        return np.mean(self.LOSSES[self.loss](y_hat - y))
"""
COLUMNS = f"""{HEAD}    def compute_gradients(self, X, y, y_hat):
        errors, dw = y_hat - y, np.empty(X.shape[1])
        for j in range(len(dw)):
            dw[j] = 2 * errors.sum() / len(y)
        return dw, 2 * errors.mean()
"""
VELOCITY = f"""{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000):
        v, u = 0.0, 0.0
{LOOP}            dw, db = self.compute_gradients(X, y, self.predict(X))
            v = 0.9 * v - lr * dw
            u = 0.9 * u - lr * db
            self.w, self.b = self.w + v, self.b + u
"""
INLINED = {
    "            v = 0.9 * v - lr * dw\n            u = 0.9 * u - lr * db\n": "",
    "self.w + v, self.b + u": "self.w - lr * dw, self.b - lr * db",
}
RATE = f"""{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000):
        for k in range(epochs):
            dw, db = self.compute_gradients(X, y, self.predict(X))
            self.w = self.w - lr * (k + 1) * dw
            self.b = self.b - lr * (k + 1) * db
"""
MIXED = f"""{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
{LOOP}            losses.append(self.compute_loss(self.predict(X), y))
            self.w = self.w - lr * self.slope(X, y, self.predict(X))
            self.b = self.b - lr * np.mean(self.predict(X) - y)
        return losses
"""
NAMED = {
    f"{LOOP}            losses.append(self.compute_loss(self.predict(X), y))":
        f"{LOOP}            y_hat = self.predict(X)\n            losses.append(self.compute_loss(y_hat, y))",
    "slope(X, y, self.predict(X))": "slope(X, y, y_hat)",
    "np.mean(self.predict(X) - y)": "np.mean(y_hat - y)",
}  # fmt: skip
SOLVED = f"""{HEAD}    def fit(self, X, y):
        theta = np.linalg.lstsq(np.c_[np.ones(len(X)), X], y, rcond=None)[0]
        self.w, self.b = theta[:-1], theta[-1]
"""
KEPT = SOLVED.replace("self.w, self.b = theta[:-1], theta[-1]", "self.theta = theta")
TAKEN_APART = {"self.theta =": "self.w, self.b =", "= theta": "= theta[1:], theta[0]"}
WHOLE = f"""{HEAD}    def fit(self, X, y):
        A = np.insert(X, 0, 1, axis=1)
        theta = np.linalg.lstsq(A, y)
        self.b, self.w = theta[0], theta[1:]
"""
EPSILON = """import numpy as np


class LogisticRegression:
    def compute_loss(self, p, y):
        eps = 1e-4
        return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))
"""
BRANCHES = """import numpy as np


def sigmoid(z):
    return np.where(z < 0, np.exp(z) / (1 + np.exp(z)), 1 / (1 + np.exp(-z)))


class LogisticRegression:
    def predict_proba(self, X):
        return sigmoid(X @ self.w + self.b)
"""
ONE_EXPONENT = {
    "    return np.where": "    e = np.exp(-np.abs(z))\n    return np.where",
    ", np.exp(z) / (1 + np.exp(z)), 1 / (1 + np.exp(-z))": ", e / (1 + e), 1 / (1 + e)",
}
SCALER = HEAD.replace("LinearRegression", "StandardScaler")
WIDTHS = f"""{SCALER}    def fit(self, X):
        width = np.ptp(X, axis=0)
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(width == 0, 1.0, width)
"""
SPREAD = f"""{SCALER}    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where((X == X[0]).all(axis=0), 1.0, self.spread(X - self.mean_))

    def spread(self, gap):
        return np.abs(gap).max(axis=0)
"""
ACROSS = f"""{SCALER}    def fit(self, X):
        self.mean_ = X.mean(axis=1)
        width = X.std(axis=1)
        width[X.max(axis=1) == X.min(axis=1)] = 1
        self.scale_ = width
"""
UNNAMED = f"""{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
{LOOP}            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, _ = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
        return losses
"""
NAMES_IT = {
    "dw, _": "dw, db",
    "            self.w": "            self.b = self.b - lr * db\n            self.w",
}
RIDGE = HEAD.replace("LinearRegression", "RidgeRegression")
ALL_ALIKE = f"""{RIDGE}    def compute_loss(self, y_hat, y):
        loss = np.mean((y_hat - y) ** 2)
        for p in (self.w, self.b):
            loss = loss + self.alpha * np.sum(p ** 2)
        return loss
"""
FOR_W = {"        for p in (self.w, self.b):\n            loss": "        loss", "p ** 2)": "self.w ** 2)"}
IN_A_ROW = f"""{RIDGE}    def compute_gradients(self, X, y, y_hat):
        slopes = 2 * X.T @ (y_hat - y) / len(y), 2 * np.mean(y_hat - y)
        dw, db = (s + 2 * self.alpha * p for s, p in zip(slopes, (self.w, self.b)))
        return dw, db
"""
OBJECT = """import numpy as np


class Norm:
    def __init__(self, by=1.0):
        self.by = by


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.norm = Norm()
"""
MEANS = f"""{HEAD}    def fit(self, X, y):
        middle, self.w = self.taken_apart(X, y)
        self.b = float(y.mean())
"""
CUT = f"""{HEAD}    def compute_loss(self, y_hat, y):
        return self.squares(y_hat - y).mean()

    def squares(self, gap):
        out = gap.copy()
        out[gap > 0] = gap[gap > 0] ** 2
        return out
"""
ONLY = f"{HEAD}    def fit(self, X, y, *, lr=0.01, epochs=1000):\n        return []\n"
SIGN = f"""{HEAD}    def compute_gradients(self, X, y, y_hat):
        dw = -2 * X.T @ (y - y_hat) / len(y)
        db = 2 * np.sum(y - y_hat) / len(y)
        return dw, db
"""
READ = f"""{HEAD}    @property
    def w(self):
        return self._w

    def predict(self, X):
        return X @ self._w
"""
SETTER = "return self._w\n\n    @w.setter\n    def w(self, value):\n        self._w = value\n\n    def"


@pytest.mark.parametrize(
    ("exercise", "source", "changes", "step", "line", "most"),
    [
        ("linear_regression", CHOSEN, {'loss="mae"': 'loss="mse"'}, "loss", 11, 20),
        ("linear_regression", COLUMNS, {"errors.sum()": "(errors * X[:, j]).sum()"}, "gradients", 8, 30),
        ("linear_regression", VELOCITY, INLINED, "fit", 9, 20),
        ("linear_regression", RATE, {"(k + 1)": "k"}, "fit", 8, 150),
        ("linear_regression", MIXED, NAMED, "fit", 9, 150),
        ("normal_equation", SOLVED, {"theta[:-1], theta[-1]": "theta[1:], theta[0]"}, "fit", 7, 30),
        ("normal_equation", KEPT, TAKEN_APART, "fit", 6, 30),
        ("normal_equation", WHOLE, {"(A, y)": "(A, y)[0]"}, "fit", 7, 10),
        ("logistic_regression", EPSILON, {"1e-4": "1e-12"}, "loss", 6, 20),
        ("logistic_regression", BRANCHES, ONE_EXPONENT, "probability", 5, 10),
        ("standard_scaler", WIDTHS, {"np.where(width == 0, 1.0, width)": "np.std(X, axis=0)"}, "fit", 6, 150),
        ("standard_scaler", SPREAD, {"np.abs(gap).max(axis=0)": "np.std(gap, axis=0)"}, "fit", 10, 150),
        ("standard_scaler", ACROSS, {"axis=1": "axis=0"}, "fit", 8, 150),
        ("linear_regression", UNNAMED, NAMES_IT, "fit", 10, 200),
        ("ridge_regression", ALL_ALIKE, FOR_W, "loss", 7, 100),
        ("ridge_regression", IN_A_ROW, {"self.b))": "0.0))"}, "gradients", 7, 30),
        ("ridge_regression", OBJECT, {"Norm()": "Norm(by=alpha)"}, "loss", 11, 30),
        ("normal_equation", MEANS, {"mean())": "mean() - middle @ self.w)"}, "fit", 7, 30),
        ("linear_regression", CUT, {"return out": "return gap ** 2"}, "loss", 10, 150),
        ("linear_regression", ONLY, {"*, ": ""}, "fit", 5, 10),
        ("linear_regression", READ, {"return self._w\n\n    def": SETTER}, "predict", 6, 10),
    ],
)  # fmt: skip
def test_it_is_tried_early(
    exercise: str, source: str, changes: dict[str, str], step: str, line: int, most: int
) -> None:
    assert place_of(exercise, source, changes, step, line) < most


def test_a_sign_is_added_where_another_line_has_it() -> None:
    mistakes = {"gradient-bias-sign-flipped": 7}
    found = list(candidates(find_kata(None).declaration, SIGN, "gradients", [7], mistakes))
    signed, swapped = (SIGN.replace("2 * np.sum(y - y_hat)", new) for new in
                       ("-2 * np.sum(y - y_hat)", "2 * np.sum(y_hat - y)"))  # fmt: skip
    assert found.index(signed) < found.index(swapped)


def test_own_names_in_another_order_are_documented() -> None:
    source = f"{HEAD}    def compute_gradients(self, X, guess, target):\n        return guess - target\n"
    better = source.replace("guess, target", "y, y_hat").replace("guess - target", "y_hat - y")
    assert better in list(candidates(find_kata(None).declaration, source, "gradients", [5]))[:20]


def test_comments_on_a_removed_condition_go() -> None:
    source = "def f(x):\n    y = x\n    # faster\n    if x:\n        y = 2 * x\n    return y\n"
    assert "faster" not in without_untrue(source, "def f(x):\n    y = x\n    # faster\n    return y\n")
