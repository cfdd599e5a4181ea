"""The whole search finds what a good interviewer would change; each case is a part of a file."""

from collections.abc import Iterator
from difflib import ndiff

import pytest

from grader.engine.fix.reference.methods_at_once import looping, whole_methods
from grader.fixing import corrected, with_fixes
from grader.grading import grade
from grader.kata import find_kata
from grader.sandbox.fork_client import ForkServer
from grader.submission import Submission

LINEAR = """import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        dw = 2 * X.T @ error / len(y)
        db = 2 * error.mean()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
"""
SCALER = """import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.var_ = X.var(axis=0)
        self.scale_ = np.where((X == X[0]).all(axis=0), 1.0, {})
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
"""
RUNNING = """import numpy as np


class StandardScaler:
    def fit(self, X):
        n, mean, squares = len(X), np.zeros(X.shape[1]), np.zeros(X.shape[1])
        for i, row in enumerate(X, start=1):
            delta = row - mean
            mean += delta / i
            squares += delta * (row - mean)
        self.mean_, self.scale_ = mean, np.sqrt(squares / (n - 1))
        self.scale_[self.scale_ == 0] = 1.0

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
"""
COURSE = """import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        p = np.zeros(X.shape[0])
        for i in range(X.shape[0]):
            p[i] = np.dot(X[i], self.w) + self.b
        return p

    def compute_cost(self, X, y, w, b):
        m, cost = X.shape[0], 0.0
        for i in range(m):
            f_wb_i = np.dot(X[i], w) + b
            cost = cost + (f_wb_i - y[i]) ** 2
        return cost / (2 * m)

    def compute_gradients(self, X, y, y_hat):
        m, n = X.shape
        dj_dw, dj_db = np.zeros((n,)), 0.0
        for i in range(m):
            err = y_hat[i] - y[i]
            for j in range(n):
                dj_dw[j] = dj_dw[j] + err * X[i, j]
            dj_db = dj_db + err
        return dj_db / m, dj_dw / m

    def fit(self, X, y, lr=0.01, epochs=1000):
        J_history = []
        for i in range(epochs):
            y_hat = self.predict(X)
            dj_db, dj_dw = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dj_dw
            self.b = self.b - lr * dj_db
            J_history.append(self.compute_cost(X, y, self.w, self.b))
        return J_history
"""
IMPORT = "import numpy as np\n"
MEAN, LOSSES = "np.mean((y_hat - y) ** 2)", "losses = []\n"
METRIC = IMPORT + "from sklearn.metrics import mean_squared_error\n"
FRAME = """        if isinstance(X, pd.DataFrame):
            X = X.values
        return X @ self.w + self.b
"""
TURNED = {
    "y_hat):\n        error": 'y_hat):\n        """Return (db, dw)."""\n        error',
    "return dw, db": "return db, dw  # the bias first",
    "dw, db = self": "db, dw = self",
}
CASES = {
    "a metric of another library": (
        {IMPORT: METRIC, MEAN: "mean_squared_error(y, y_hat)"}, {f"return {MEAN}"},
    ),
    "tables of another library": (
        {IMPORT: IMPORT + "import pandas as pd\n", "        return X @ self.w + self.b\n": FRAME}, set(),
    ),
    "a pair in another order": (
        TURNED, {'"""Return (dw, db)."""', "return dw, db", "dw, db = self.compute_gradients(X, y, y_hat)"},
    ),
    "a mean of one number": (
        {f"return {MEAN}": "return ((y_hat - y) @ (y_hat - y)).mean()"},
        {"return (y_hat - y) @ (y_hat - y) / len(y)"},
    ),
    "a history in a table": (
        {LOSSES: 'losses = {}\n        losses["mse"] = []\n', "losses.append": 'losses["mse"].append'},
        {'return losses["mse"]'},
    ),
    "a history under a key": (
        {LOSSES: 'losses = {"loss": []}\n', "losses.append": 'losses["loss"].append'},
        {'return losses["loss"]'},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    server = ForkServer()
    yield server
    server.close()


def new_lines(exercise: str, source: str, server: ForkServer) -> set[str]:
    """The lines that the fixes of a text add; with them it passes, also on other data."""
    kata = find_kata(exercise)

    def graded(text: str, seed: int) -> tuple[Submission, object]:
        given = Submission("submission.py", text)
        return given, grade(kata, given, seed=seed, hints=False, start=server.start, with_pytest=False)

    submission, verdict = graded(source, 3)
    found = with_fixes(kata, submission, verdict, start=server.start)  # type: ignore[arg-type]
    text = corrected(source, found)
    assert found.fixed
    assert graded(text, 77)[1].verdict == "passed"  # type: ignore[attr-defined]
    return {line[2:].strip() for line in ndiff(source.splitlines(), text.splitlines()) if line[0] == "+"}


@pytest.mark.parametrize("case", CASES)
def test_the_fix_is_what_an_interviewer_would_write(case: str, server: ForkServer) -> None:
    source = LINEAR
    for right, wrong in CASES[case][0].items():
        assert right in source
        source = source.replace(right, wrong)
    assert new_lines("linear_regression", source, server) == CASES[case][1]


def test_a_variance_keeps_its_name(server: ForkServer) -> None:
    (line,) = new_lines("standard_scaler", SCALER.format("self.var_"), server)
    assert line.startswith("self.scale_ = ") and "np.sqrt(" in line and "self.var_" in line


def test_a_running_mean_and_variance_become_those_of_the_columns(server: ForkServer) -> None:
    found = new_lines("standard_scaler", RUNNING, server)
    assert "self.mean_ = X.mean(axis=0)" in found
    assert not any("enumerate" in line for line in found)


def test_methods_that_loop_in_a_helper_are_written_anew_under_true_names() -> None:
    kata = find_kata("linear_regression")
    exercise, solution = kata.declaration, kata.solution_text
    assert set(looping(exercise, COURSE, solution)) == {"predict", "compute_gradients", "fit"}
    (text,) = whole_methods(exercise, COURSE, list(exercise.takes), [11], solution)
    assert "dj_dw, dj_db = self.compute_gradients(X, y, y_hat)" in text
    assert "self.compute_cost(" not in text


def test_a_rewritten_method_uses_the_learners_number() -> None:
    kata = find_kata("linear_regression").twisted("tolerance")
    source = LINEAR.replace("    def __init__", "    ENOUGH = 1e-4\n\n    def __init__", 1)
    texts = whole_methods(kata.declaration, source, ["fit"], [], kata.solution_text)
    assert "< self.ENOUGH:" in next(texts)
