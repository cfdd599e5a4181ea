"""A fix uses what the learner has written: an argument, a member, a helper, an answer, a sibling's line."""

import pytest

from grader.engine.fix.candidates import candidates
from grader.kata import find_kata

FIRST = 15
LINEAR, LOGISTIC, SCALER = "linear_regression", "logistic_regression", "standard_scaler"
HEAD = """import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def affine(X, w, b=0.0):
    return X @ w + b


def flat(z):
    return np.asarray(z).reshape(-1)


class Batches:
    def __init__(self, X, y, size=16):
        self.X, self.y, self.size = X, y, size


class Meter:
    def __init__(self):
        self.val = self.avg = 0.0

    def is_small(self, x):
        return x < self.val


class Base:
    def __init__(self, n, link=None, lr=0.1):
        self.link, self.lr, self.tall = link, lr, True

    def forward(self, X):
        return self.link(X)


class Model(Base):
    def __init__(self, n_features):
        super().__init__(n_features)
        self.w, self.b, self.mean_, self.scale_ = 0, 0, 0, 1

    def product(self, A, v, turned=False):
        return (A.T if turned else A) @ v

    def plain(self, y_hat, y):
        return (y_hat - y) @ y

    def keep(self, **kept):
        vars(self).update(kept)

    def apply(self, dw, db):
        self.w, self.b = dw, db

    def usual(self):
        centre, width = self.mean_, self.scale_
        return centre, width

"""
FIT = """    def fit(self, X, y, lr=0.01, epochs=1000):
        meter, losses = Meter(), []
{}        return losses
"""
PREDICT = "    def predict(self, X):\n        return {}\n"
IN_PLACE = "    def transform(self, X):\n        out = np.add(X, 1, out=X)\n        {}\n        return out\n"
LOOP = "        for _ in range(epochs):\n            {}\n"
GRADIENTS = "    def compute_gradients(self, X, y, y_hat):\n        dw, db = X, y\n{}        return dw, db\n"
CALLER = "\n" + FIT.format("        {}\n")


@pytest.mark.parametrize(
    ("exercise", "method", "old", "new"),
    [
        # An argument that a call leaves out, or a keyword of the wrong name.
        (LINEAR, PREDICT, "affine(X, self.w)", "affine(X, self.w, b=self.b)"),
        (LINEAR, "    def compute_gradients(self, X, y, y_hat):\n        return {}, 0\n",
         "self.product(X, y_hat)", "self.product(X, y_hat, turned=True)"),
        (LINEAR, FIT.format("        data = {}\n"), "Batches(X, y)", "Batches(X, y, size=len(y))"),
        (LINEAR, FIT.format("        other = {}\n"), "Base(X, None)", "Base(X, None, lr)"),
        (LOGISTIC, "    def predict_proba(self, X):\n        return {}\n", "Base(1).forward(X)",
         "Base(1, link=sigmoid).forward(X)"),
        (SCALER, "    def fit(self, X):\n        return {}\n", "self.keep(mean=X, scale=X)",
         "self.keep(mean_=X, scale_=X)"),
        (SCALER, IN_PLACE,
         "np.subtract(out, self.mean_)", "np.subtract(out, self.mean_, out=out)"),
        # Another member, a helper, an answer, the line of another method.
        (LINEAR, FIT.format(LOOP), "losses.append(meter.avg)", "losses.append(meter.val)"),
        (LINEAR, FIT.format(LOOP), "losses.append(self.plain(X, y))",
         "losses.append(self.compute_loss(X, y))"),
        (LINEAR, FIT.format(LOOP), "meter.is_small(y)", "if meter.is_small(y):\n                break"),
        (LINEAR, PREDICT, "X + 1", "flat(X + 1)"),
        (SCALER, "    def transform(self, X):\n        {}\n        return (X - centre) / width\n",
         "centre, width = X.mean(), X.std()", "centre, width = self.mean_, self.scale_"),
        # Where a value is made, not where it is used.
        (SCALER, "    def transform(self, X):\n        {}\n        out -= 1\n        return out\n",
         "out = np.asarray(X)", "out = np.array(X)"),
    ],
)  # fmt: skip
def test_it_is_tried_early(exercise: str, method: str, old: str, new: str) -> None:
    loss = "    def compute_loss(self, y_hat, y):\n        return self.plain(y_hat, y) + 1\n\n"
    before, after = (HEAD + loss + method.format(part) for part in (old, new))
    line = before[: before.index(method.format(old))].count("\n") + method.partition("{}")[0].count("\n") + 1
    declared = find_kata(exercise).declaration
    name = method.partition("def ")[2].partition("(")[0]
    found = list(candidates(declared, before, declared.method(name).step, [line]))
    assert after in found and found.index(after) < FIRST


def test_a_call_that_takes_the_step_moves_to_the_caller() -> None:
    step, asked = "        self.apply(dw, db)\n", "self.compute_gradients(X, y, y)"
    before = HEAD + GRADIENTS.format(step) + CALLER.format(asked)
    after = (
        HEAD
        + GRADIENTS.format("").replace("        " * 2, "        ")
        + CALLER.format(f"self.apply(*{asked})")
    )
    line = before[: before.index(step)].count("\n") + 1
    found = list(candidates(find_kata(None).declaration, before, "gradients", [line]))
    assert after in found[:FIRST]


def test_an_option_is_not_asked_for_where_it_does_harm() -> None:
    step = """class Step:
    def __init__(self, model, decay=0.0):
        self.model, self.decay = model, decay

    def take(self, dw):
        return dw + self.decay * self.model.w


"""
    before = step + HEAD + FIT.format("        step = Step(self, decay=self.lr)\n        step.take(X)\n")
    found = list(candidates(find_kata(None).declaration, before, "fit", [6]))
    after, line = (
        before.replace(", decay=self.lr", ""),
        before.replace("dw + self.decay * self.model.w", "dw"),
    )
    assert found.index(after) < found.index(line)


def test_a_switch_gets_no_number() -> None:
    method = "    def predict(self, X):\n        return self.product(X, self.w)\n"
    found = candidates(find_kata(None).declaration, HEAD + method, "predict", [HEAD.count("\n") + 2])
    assert not [text for text in found if "turned=self.b" in text or "self.w, self.b)" in text]


def test_one_line_does_not_store_the_same_name_twice() -> None:
    method = "    def fit(self, X, y):\n        mean, middle = X, y\n        return middle - mean\n"
    found = candidates(find_kata("normal_equation").declaration, HEAD + method, "fit", [HEAD.count("\n") + 2])
    assert not [text for text in found if "mean, mean =" in text or "middle, middle =" in text]
