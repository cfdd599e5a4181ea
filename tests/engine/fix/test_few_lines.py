"""Kinds of slips that need no rewritten method: one of the first candidates changes only a few lines."""

import pytest

from grader.engine.fix.tidy.faults import faults

from .test_kinds import FIT, HEAD, first_fixes

LOSS = "    def compute_loss(self, y_hat, y, by='sum'):\n        {}\n"
BATCHES = """for at in range(0, len(X), 8):
                rows = order[at:at + 8]
                part, out = X[rows], y[rows]
                {}"""
PARTS = "for part, out in zip(np.array_split(X, 4), np.array_split(y, 4)):\n                {}"
ORDER = "\n        order = np.arange(len(X))"
DRAWN = "i = rng.choice(len(y), 9)\n            part, out = X[i], y[i]\n            {}"
STEP = "self.w = self.w - lr * self.compute_gradients({0}, self.predict({1}))[0]"
JOINED = "\n        t = np.r_[self.w, self.b]\n        A = np.c_[X, np.ones(len(X))]"
ONCE = "\n        q = self.predict(X)\n        g, h = self.compute_gradients(X, y, q)"
AGAIN = """self.w = self.w - lr * 2 / len(y) * X.T @ (self.predict(X) - y)
            self.b = self.b - lr * 2 / len(y) * (self.predict(X) - y).sum()"""
NAMED = [
    "residual = self.predict(X) - y",
    "self.w = self.w - lr * 2 / len(y) * X.T @ residual",
    "self.b = self.b - lr * 2 / len(y) * residual.sum()",
]
TWICE = """    def compute_gradients(self, X, y, p):
        n, r = len(y), p - y
        g = 2 / n * X.T @ r
        return g, 2 / n * r.sum()
"""
LATER = """    def compute_gradients(self, X, y, p):
        r = p - y
        dw = (2 * X.T @ r
              + 2 * self.alpha * self.w)
        return dw / len(y), 2 * r.mean()
"""
SORTED = "    def fit(self, X):\n        X.sort(axis=0)\n        self.mean_ = X.mean(axis=0)\n"


@pytest.mark.parametrize(
    ("exercise", "step", "mistake", "method", "blamed", "right"),
    [
        ("linear_regression", "fit", "fit-stochastic",
         FIT.format(before=ORDER, body=BATCHES.format(STEP.format("part, out", "part"))),
         "for at", [STEP.format("X, y", "X")]),
        ("linear_regression", "fit", "fit-stochastic",
         FIT.format(before="", body=PARTS.format(STEP.format("part, out", "part"))), "for part",
         [STEP.format("X, y", "X")]),
        ("linear_regression", "fit", "fit-stochastic",
         FIT.format(before="", body=DRAWN.format(STEP.format("part, out", "part"))), "part))",
         [STEP.format("X, y", "X")]),
        ("linear_regression", "fit", "fit-ignores-learning-rate",
         FIT.format(before="", body="self.w -= gw\n            self.b -= gb"), "self.w -= gw",
         ["self.w -= lr * gw", "self.b -= lr * gb"]),
        ("linear_regression", "fit", "fit-ignores-learning-rate",
         FIT.format(before="", body="self.w -= self.given.lr * gw\n            self.b -= self.given.lr * gb"),
         "self.w -= self", ["self.w -= lr * gw", "self.b -= lr * gb"]),
        ("linear_regression", "fit", "fit-gradient-frozen", FIT.format(before=ONCE, body="self.w -= lr * g"),
         "g, h =", ["q = self.predict(X)", "g, h = self.compute_gradients(X, y, q)"]),
        ("linear_regression", "fit", "fit-updates-a-copy",
         FIT.format(before=JOINED, body="t = t - lr * A.T @ (A @ t - y)"), "t = t",
         ["self.w, self.b = t[:-1], t[-1]"]),
        ("linear_regression", "fit", "fit-mixes-old-and-new", FIT.format(before="", body=AGAIN),
         "self.b = self", NAMED),
        ("linear_regression", "fit", "fit-history-wrong-value",
         FIT.format(before="", body="losses.insert(0, self.compute_loss(p, y))"), "insert",
         ["losses.append(self.compute_loss(p, y))"]),
        ("linear_regression", "fit", "fit-history-wrong-value",
         FIT.format(before="", body="losses = [gb] + losses"), "[gb]", ["losses = losses + [gb]"]),
        ("linear_regression", "loss", "loss-root",
         LOSS.format("return float(np.linalg.norm(y_hat - y) / np.sqrt(len(y)))"), "return",
         ["return float(np.linalg.norm(y_hat - y) ** 2 / len(y))"]),
        ("linear_regression", "loss", "loss-not-averaged",
         LOSS.format("s = (y_hat - y) ** 2\n        return s.mean() if by == 'mean' else s.sum()"), "return",
         ["def compute_loss(self, y_hat, y, by='mean'):"]),
        ("standard_scaler", "fit", "constant-column",
         "    def fit(self, X):\n        self.scale_ = X.std(axis=0)\n", "self.scale_",
         ["self.scale_ = np.where((X == X[0]).all(axis=0), 1.0, X.std(axis=0))"]),
        ("standard_scaler", "fit", "mutates-input", SORTED, "X.sort", ["X = np.sort(X, axis=0)"]),
        ("linear_regression", "gradients", "mutates-input",
         "    def compute_gradients(self, X, y, y_hat):\n        np.subtract(y_hat, y, out=y_hat)\n", "out=",
         ["y_hat = np.subtract(y_hat, y)"]),
        ("ridge_regression", "gradients", "gradient-penalty-divided-by-n", LATER, "return dw",
         ["+ 2 * len(y) * self.alpha * self.w)"]),
        ("logistic_regression", "gradients", "gradient-factor-two", TWICE, "2 / n * X",
         ["g = 1 / n * X.T @ r", "return g, 1 / n * r.sum()"]),
    ],
)  # fmt: skip
def test_a_few_lines_are_enough(
    exercise: str, step: str, mistake: str, method: str, blamed: str, right: list[str]
) -> None:
    assert right in first_fixes(exercise, HEAD + method, mistake, blamed, step)


def test_a_condition_does_not_choose_between_the_same() -> None:
    assert faults("x = y.mean() if z else np.mean(y)\n") == 1
    assert faults("x = y.mean() if z else y.sum()\n") == 0


def test_a_value_is_not_cut_off_twice() -> None:
    assert faults("x = np.clip(np.mean(np.clip(r, -1, 1)), -1, 1)\n") == 1
    assert faults("x = np.clip(np.mean(r), -1, 1) + np.clip(r, -1, 1)\n") == 0


def test_zeros_need_no_full() -> None:
    assert faults("x = np.full(n, np.zeros(n))\n") == 1
    assert faults("x = np.full(n, 0.0)\n") == 0


def test_a_start_is_drawn_from_a_smaller_range() -> None:
    text = HEAD.replace("np.zeros(n_features)", "np.random.default_rng(3).uniform(-2.0, 2, size=n_features)")
    right = "self.w = np.random.default_rng(3).uniform(-0.01, 0.01, size=n_features)"
    assert [right] in first_fixes("linear_regression", text, "weights-not-small", "uniform", "init")
