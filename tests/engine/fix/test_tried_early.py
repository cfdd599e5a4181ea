"""Likely fixes are tried early: the one that an interviewer would make comes among the first."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.tidy.needless import guarded_twice
from grader.engine.fix.tidy.pointless import pointless
from grader.kata import find_kata

HEAD = "import numpy as np\n\n\n"
HUBER = f"""{HEAD}class Huber:
    delta = 1.0

    def __call__(self, r):
        size = np.abs(r)
        line = self.delta * size
        return np.where(size <= self.delta, 0.5 * r ** 2, line)


class LinearRegression:
    huber = Huber()

    def compute_loss(self, y_hat, y):
        return float(self.huber(y_hat - y).mean())
"""
TAIL = f"""{HEAD}class LinearRegression:
    def is_small(self, r):
        return r <= 1

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        slope = np.where(self.is_small(r), r, np.sign(r))
        return X.T @ slope / len(y), np.mean(np.abs(r))
"""
PARTED = f"""{HEAD}class LinearRegression:
    def __init__(self, n_features):
        theta = np.zeros(n_features + 1)
        self.w, self.b = np.split(theta, [n_features])
"""
SIGMOID = f"""{HEAD}def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class LogisticRegression:
    def score(self, X):
        return X @ self.w + self.b

    def predict_proba(self, X):
        return sigmoid(self.score(X))
"""
STD = f"""{HEAD}def moments(X):
    centred = X - X.mean(axis=0)
    std = np.sqrt(np.vdot(centred, centred) / centred.size)
    return X.mean(axis=0), np.where(np.ptp(X, axis=0) == 0, 1.0, std)


class StandardScaler:
    def fit(self, X):
        self.mean_, self.scale_ = moments(X)
        return self
"""
AGAIN = f"""{HEAD}class LinearRegression:
    def signs(self, X, y):
        return self.predict(X) - y

    def compute_gradients(self, X, y, y_hat=None):
        r = self.signs(X, y)
        return 2 * X.T @ r / len(y), 2 * r.mean()
"""
ENDS = f"""{HEAD}class LinearRegression:
    def store(self, theta):
        self.w = theta[:-1]
        self.b = float(theta[-1])

    def fit(self, X, y):
        self.store(np.linalg.pinv(np.c_[np.ones(len(X)), X]) @ y)
        return self
"""
LAYER = f"""{HEAD}def backward(p, upstream):
    return upstream * p * (1 - p)


class LogisticRegression:
    def compute_gradients(self, X, y, p):
        dz = backward(p, (p - y) / len(y))
        return X.T @ dz, dz.sum()
"""


@pytest.mark.parametrize(
    ("name", "source", "step", "blamed", "changes", "first"),
    [
        ("linear_regression+huber", HUBER, "loss", "line =", {"delta * size\n": "delta * size - 0.5\n"}, 20),
        ("linear_regression+huber", TAIL, "gradients", "slope =", {"small(r), r": "small(np.abs(r)), r"}, 99),
        ("linear_regression", PARTED, "init", "np.split",
         {"np.split(theta, [n_features])": "theta[:n_features], theta[n_features]"}, 10),
        ("logistic_regression", SIGMOID, "probability", "1 / (1",
         {"1 / (1 + np.exp(-z))": "0.5 * (1 + np.tanh(0.5 * z))"}, 60),
        ("standard_scaler", STD, "fit", "std =",
         {"np.sqrt(np.vdot(centred, centred) / centred.size)": "np.std(X, axis=0)"}, 110),
        ("linear_regression", AGAIN, "gradients", "r = self",
         {"self.signs(X, y)\n": "y_hat - y\n", "y_hat=None": "y_hat"}, 40),
        ("normal_equation", ENDS, "fit", "self.w =", {"[:-1]": "[1:]", "theta[-1]": "theta[0]"}, 10),
        ("logistic_regression", LAYER, "gradients", "return upstream",
         {"backward(p, (p - y) / len(y))": "(p - y) / len(y)"}, 20),
    ],
    ids=["number", "size", "split", "argument of a helper", "as its name says", "argument", "ends", "call"],
)  # fmt: skip
def test_it_is_among_the_first(
    name: str, source: str, step: str, blamed: str, changes: dict[str, str], first: int
) -> None:
    wanted, (exercise, _, twist) = source, name.partition("+")
    for old, new in changes.items():
        assert source.count(old) == 1
        wanted = wanted.replace(old, new)
    line = source[: source.index(blamed)].count("\n") + 1
    declared = find_kata(exercise).twisted(twist or None).declaration
    assert wanted in [
        text for text, _ in zip(candidates(declared, source, step, [line]), range(first), strict=False)
    ]


def test_a_guard_in_a_new_guard_is_needless() -> None:
    source = "def safe(x):\n    return x + 1\n\n\ndef f(x):\n    y = safe(x.std())\n    return y\n"
    guarded = source.replace("y = safe(x.std())", "y = np.where(x == x[0], 1.0, safe(x.std()))")
    assert guarded.replace("safe(x.std())", "x.std()") in list(guarded_twice(source, guarded))


def test_a_parameter_between_others_is_pointless() -> None:
    source = (
        "class A:\n    def __init__(self, d, tol=0.1, seed=0):\n        self.tol, self.seed = tol, seed\n"
    )
    fixed = source.replace("self.tol, self.seed = tol, seed", "self.seed = seed")
    assert fixed.replace(", tol=0.1", "") in list(pointless(source, fixed))


def test_a_factor_is_not_made_neutral_first() -> None:
    source = (
        f"{HEAD}COOLING = 0.9\n\n\nclass LinearRegression:\n    def fit(self, X, y, lr=0.01, epochs=1000):\n"
    )
    source += "        for _ in range(epochs):\n            lr *= COOLING\n            self.b -= lr\n"
    texts = list(candidates(find_kata(None).declaration, source, "fit", [len(source.splitlines()) - 1]))
    removed = source.replace("            lr *= COOLING\n", "")
    assert texts.index(removed) < texts.index(source.replace("= 0.9", "= 1.0"))


def test_a_missing_term_is_written_like_the_one_that_is_there() -> None:
    method = "    def compute_loss(self, p, y):\n        said = {}\n        return -np.mean(said)\n"
    one, other = "y * np.log(np.maximum(p, TINY))", "(1 - y) * np.log(np.maximum(1 - p, TINY))"
    head = f"{HEAD}TINY = 1e-9\n\n\nclass LogisticRegression:\n"
    source, wanted = (head + method.format(said) for said in (one, f"{one} + {other}"))
    line, declared = len(source.splitlines()) - 1, find_kata("logistic_regression").declaration
    texts = candidates(declared, source, "loss", [line], {"loss-one-sided": line})
    assert wanted in [text for text, _ in zip(texts, range(20), strict=False)]
