"""A fix changes what is wrong in place: it neither leaves wrong code without effect nor undoes it outside."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.edits.load_edits import without_imports
from grader.engine.fix.tidy.faults import faults
from grader.engine.fix.tidy.leftovers import without_leftovers
from grader.kata import find_kata

from ...helpers.tried import place_of

HEAD = "import numpy as np\n\n\nclass LinearRegression:\n"
INIT = "    def __init__(self, n_features):\n        self.w = np.zeros(n_features)\n        self.b = 0.0\n\n"
FIT = f"{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000):\n"
LOOP = "        for _ in range(epochs):\n"
STEPS = """            self.w = self.w - lr * slope(self, X, y)
            self.b = self.b - lr * mean(self, X, y)
"""
AT_ONCE = {
    "            self.b = self.b - lr * mean(self, X, y)\n": "",
    "self.w = self.w - lr * slope(self, X, y)":
        "self.w, self.b = self.w - lr * slope(self, X, y), self.b - lr * mean(self, X, y)",
}  # fmt: skip
COUNTER = f"""{FIT}        k = 0
{LOOP}            self.w -= lr / (1 + 0.1 * k) * self.g(X, y)
"""
COUNTED = {"        k = 0\n": "", "for _ in": "for k in"}
SHRINKS = f"""{FIT}{LOOP.replace("_", "k")}            lr /= 1 + k
            self.w = self.w - lr * self.g(X, y)
"""
ANEW = {"lr /= 1 + k": "lr_now = lr / (1 + k)", "- lr *": "- lr_now *"}
LINES = f"""{HEAD}    def compute_loss(self, y_hat, y):
        u = y @ np.log(y_hat)
        + (1 - y) @ y
        return u
"""
JOINED = {"y @ np.log": "(y @ np.log", "@ y\n": "@ y)\n"}
DICT = f"""{HEAD}    def compute_gradients(self, X, y, y_hat):
        grads = {{"dw": X.T @ (y_hat - y), "db": np.sum(y_hat - y)}}
        return grads

    def fit(self, X, y, lr=0.01, epochs=1000):
        grads = self.compute_gradients(X, y, self.predict(X))
        self.w -= lr * grads["dw"]
        self.b -= lr * grads["db"]
"""
ENTRIES = {
    "return grads": 'return grads["dw"], grads["db"]',
    "grads = self": "dw, db = self",
    '* grads["dw"]': "* dw",
    '* grads["db"]': "* db",
}
CHECK = f"""{HEAD}{INIT}    def predict(self, X):
        if X.shape[1] != self.w.shape:
            raise ValueError("features")
        return X @ self.w + self.b
"""
COMPOSED = """import numpy as np


def chain(*functions):
    return lambda x: functions[0](functions[1](x))


mean_square = chain(np.square, np.mean)


class LinearRegression:
    def compute_loss(self, y_hat, y):
        return mean_square(y_hat - y)
"""
ENTRYWISE = f"""{HEAD}    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        left = A.T @ A
        inverse = np.reciprocal(left)
        theta = inverse @ A.T @ y
        self.w, self.b = theta[:-1], theta[-1]
"""
SIGNS = f"""{HEAD}    def compute_gradients(self, X, y, y_hat):
        u = np.where(y_hat > y, 1, -1)
        return X.T @ u / len(y), u.mean()
"""
FIXED = f"""{FIT}        history = np.zeros(500)
        for k in range(len(history)):
            history[k] = self.step(X, y)
        return history
"""
LATER = f"""{FIT}        self.seen = []
{LOOP}            self.seen.append(self.compute_loss(self.predict(X), y))
            dw, db = self.compute_gradients(X, y, self.predict(X))
            self.w = self.w - self.rate(lr) * dw
"""
AT_THE_END = {
    "            self.seen.append(self.compute_loss(self.predict(X), y))\n": "",
    "self.rate(lr) * dw\n":
        "self.rate(lr) * dw\n            self.seen.append(self.compute_loss(self.predict(X), y))\n",
}  # fmt: skip
MADE = """import numpy as np


def start(n, k=1):
    w = np.zeros(n)
    b = np.zeros(k)
    return w, b


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = start(n_features)
"""
ROOT = f"""{HEAD}    def compute_loss(self, y_hat, y):
        n = len(y)
        return float(np.linalg.norm(y_hat - y) / n ** 0.5)
"""


@pytest.mark.parametrize(
    ("exercise", "source", "changes", "step", "line", "most"),
    [
        ("linear_regression", FIT + LOOP + STEPS, AT_ONCE, "fit", 8, 150),
        ("linear_regression", COUNTER, COUNTED, "fit", 8, 10),
        ("linear_regression", SHRINKS, ANEW, "fit", 7, 20),
        ("logistic_regression", LINES.replace("Linear", "Logistic"), JOINED, "loss", 6, 20),
        ("linear_regression", DICT, ENTRIES, "gradients", 7, 10),
        ("linear_regression", CHECK, {"w.shape:": "w.shape[0]:"}, "predict", 10, 20),
        ("linear_regression", COMPOSED, {"np.square, np.mean": "np.mean, np.square"}, "loss", 5, 60),
        ("normal_equation", ENTRYWISE, {"reciprocal": "linalg.pinv"}, "fit", 8, 10),
        ("linear_regression", SIGNS, {"np.where(y_hat > y, 1, -1)": "2 * (y_hat - y)"}, "gradients", 6, 20),
        ("linear_regression", FIXED, {"zeros(500)": "zeros(epochs)"}, "fit", 7, 20),
        ("linear_regression", LATER, AT_THE_END, "fit", 8, 60),
        ("linear_regression", MADE, {"b = np.zeros(k)": "b = 0.0"}, "init", 7, 110),
        ("linear_regression", ROOT, {") / n ** 0.5": ") ** 2 / n"}, "loss", 7, 20),
    ],
)  # fmt: skip
def test_it_is_tried_early(
    exercise: str, source: str, changes: dict[str, str], step: str, line: int, most: int
) -> None:
    assert place_of(exercise, source, changes, step, line) < most


@pytest.mark.parametrize("odd", ["2 * x / n / 2", "2 * x * (1 / n)", "x / (2 * n) * 2"])
def test_a_number_and_its_inverse_in_a_product_are_a_fault(odd: str) -> None:
    assert faults(f"y = {odd}\n") > 0 == faults("y = 2 * x / n * (3 / m)\n")


def test_a_first_value_that_is_no_longer_read_goes() -> None:
    source = "def f(x):\n    u = None\n    for k in x:\n        u = g(k)\n    return u\n"
    listed = "def f(x):\n    u = None\n    for k in x:\n        u = g(k)\n        y.append(u)\n    return y\n"
    assert "None" not in without_leftovers(source, listed)
    assert "None" in without_leftovers(source, source.replace("k in x", "k in list(x)"))


def test_two_assignments_of_a_pair_are_left_apart() -> None:
    source = f"{FIT}        self.w, self.b = best\n        self.w, self.b = self.w, self.b\n"
    assert not [new for new in candidates(find_kata(None).declaration, source, "fit", [7]) if "best, " in new]


def test_an_optional_import_goes_with_what_only_it_reaches() -> None:
    tried = "try:\n    from scipy.linalg import blas\nexcept ImportError:\n    blas = None\n"
    branch = "    if blas is not None:\n        return blas.dgemv(1.0, A, v)\n"
    rest = "\n\ndef matvec(A, v):\n{}    return A @ v\n"
    assert without_imports(tried + rest.format(branch), [2]) == (rest.format(""), {"blas"})
    assert without_imports(tried + rest.format(branch), [9])[1] == set()
    other = tried + f"\n\ndef f(A, v):\n{branch}"  # without the branch there would be no body
    assert without_imports(other, [2]) == (other, set())
