"""The learner's own lines and names are kept and used: they are changed in place, not replaced."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.code.tree_diff import new_statements, statements
from grader.engine.fix.tidy.names_used import outlived, undefined
from grader.engine.fix.tidy.needless import overwritten
from grader.kata import find_kata

HEAD = "import numpy as np\n\n\nclass "
LOGGED = f"""{HEAD}LinearRegression:
    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for k in range(epochs):
            now = slower(lr, k)
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            print(k, now)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses


def slower(lr, k):
    return lr / (1 + 0.1 * k)
"""
SCORED = f"""{HEAD}LogisticRegression:
    def score(self, X, y):
        return float(np.mean(self.predict(X) == y))

    def fit(self, X, y, lr=0.1, epochs=1000):
        curve = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            cost = self.compute_loss(p, y)
            curve.append(self.score(X, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return curve
"""
MISCALLED = f"""{HEAD}LinearRegression:
    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat - y, X))
        return losses
"""
POWER = f"""{HEAD}LinearRegression:
    def fit(self, X, y):
        A = np.hstack([X, np.ones((len(X), 1))])
        square = A.T @ A
        theta = square ** -1.0 @ (A.T @ y)
        self.w, self.b = theta[:-1], theta[-1]
        return self
"""
CENTRED = f"""{HEAD}LinearRegression:
    def fit(self, X, y):
        self.of_x = X.mean(axis=0)
        self.of_y = y.mean()
        self.w = np.linalg.lstsq(X - self.of_x, y - self.of_y, rcond=None)[0]
        self.b = float(self.of_y)
        return self
"""
PARTED = f"""{HEAD}LinearRegression:
    def parts(self, beta):
        return float(beta[0]), beta[1:]

    def fit(self, X, y):
        beta, *_ = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=None)
        self.b, self.w = self.parts(beta)
        return self
"""
TURNS = f"""{HEAD}LinearRegression:
    def fit(self, X, y, lr=0.01, epochs=1000):
        self.curve = []
        for _ in range(self.turns):
            dw, db = self.compute_gradients(X, y, self.predict(X))
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return self.curve
"""
JOINED = f"""{HEAD}RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.all = np.zeros(n_features + 1)
        self.alpha = alpha

    @property
    def w(self):
        return self.all[:-1]

    @property
    def b(self):
        return self.all[-1]

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        slopes = 2 * np.append(e @ X, e.sum()) / len(e) + 2 * self.alpha * self.all
        return slopes[:-1], slopes[-1]
"""


@pytest.mark.parametrize(
    ("exercise", "source", "changes", "step", "line", "most"),
    [
        ("linear_regression", LOGGED, {"lr * dw": "now * dw", "lr * db": "now * db"}, "fit", 13, 60),
        ("logistic_regression", SCORED, {"self.score(X, y))": "cost)"}, "fit", 13, 80),
        ("linear_regression", MISCALLED, {"(y_hat - y, X)": "(y_hat, y)"}, "fit", 12, 30),
        ("normal_equation", POWER, {"square ** -1.0": "np.linalg.pinv(square)"}, "fit", 8, 30),
        ("normal_equation", CENTRED, {"of_y)": "of_y - self.of_x @ self.w)"}, "fit", 9, 60),
        ("normal_equation", PARTED, {"0]), beta[1:]": "-1]), beta[:-1]"}, "fit", 6, 60),
        ("linear_regression", TURNS, {"self.turns": "epochs"}, "fit", 7, 60),
        ("ridge_regression", JOINED, {"self.all\n": "np.append(self.w, 0.0)\n"}, "gradients", 19, 60),
    ],
)  # fmt: skip
def test_a_change_in_place_is_tried_early(
    exercise: str, source: str, changes: dict[str, str], step: str, line: int, most: int
) -> None:
    better = source
    for old, new in changes.items():
        assert old in better
        better = better.replace(old, new)
    assert better in list(candidates(find_kata(exercise).declaration, source, step, [line]))[:most]


def test_a_name_that_another_branch_reads_stays() -> None:
    source = "def f(x):\n    y = x\n    if x > 9:\n        print(y)\n    return x\n"
    assert undefined(source, source.replace("    y = x\n", "")) == {"y"}
    assert not undefined(source, source.replace("    y = x\n", "    y = 2 * x\n"))


def test_a_line_that_is_only_indented_otherwise_is_not_new() -> None:
    source = "def f(x):\n    if x:\n        print(x)\n        g(x)\n    return x\n"
    text = "def f(x):\n    print(x)\n    g(2 * x)\n    return x\n"
    assert [s.lineno for s in new_statements(source, text, statements(text))] == [3]


def test_all_attributes_are_renamed() -> None:
    source = """class A:
    def __init__(self):
        self.m = None
        self.s = None

    def fit(self, X):
        self.m = X.mean()
        self.s = X.std()

    def get(self):
        return self.m, self.s
"""
    text = source.replace("self.m", "self.mean").replace("self.s", "self.scale")
    assert not [*overwritten(source, text)]
    assert outlived(source, text, text.replace("self.mean = None", "self.m = None"))
