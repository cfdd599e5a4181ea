"""Names stay true: a fix changes the place that keeps them true, and removes what it makes pointless."""

import pytest

from grader.engine.fix.leftovers import without_leftovers

from .test_kinds import HEAD, first_fixes

LOSS = "    def compute_loss(self, y_hat, y):\n        {}\n"
GRADIENTS = "    def compute_gradients(self, X, y, y_hat):\n        {}\n"
INVERSE = "inv_n = 1.0 / len(X)\n        g = inv_n * (y_hat - y)\n        return g @ X, g.sum()"
FREEDOM = """    def freedom(self, v):
        return v.shape[0] - 1

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return np.sum(r ** 2) / self.freedom(r)
"""
LIKELY = "log_likelihood = -np.mean((y_hat - y) ** 2)\n        return log_likelihood"
UNDEFINED = "e = y_hat - y\n        return 2 / samples * X.T @ e, 2 / samples * e.sum()"
COLUMN = """    def column(self, a):
        a = np.asarray(a)
        return a.reshape(-1, 1) if a.ndim == 1 else a

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - self.column(y)) ** 2)
"""
STEP = """    def _step(self, dw, db, lr, epoch):
        self.w, self.b = self.w - lr * dw, self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._step(*self.compute_gradients(X, y, y_hat), lr, epoch)
        return losses
"""
CLIPPED = HEAD.replace("n_features)", "n_features, delta=1.0)", 1)
CLIPPED = CLIPPED.replace("self.b = 0.0", "self.b = 0.0\n        self.delta = delta")
SUMS = "e = y_hat - y\n        n = len(y)\n        return X.T @ e / n, e.sum() / n"
LAZY = "    def fit(self, X, y, lr=0.01, epochs=1000):\n        return islice(self.steps(X, y, lr), epochs)\n"
ENDLESS = """    def fit(self, X, y, lr=0.01, epochs=1000):
        seen = [1.0]
        while seen[-1] > 0:
            seen.append(self.step(X, y, lr))
        return seen[:epochs]
"""


@pytest.mark.parametrize(
    ("exercise", "step", "mistake", "source", "blamed", "right"),
    [
        ("linear_regression", "gradients", "gradient-missing-factor-two", HEAD + GRADIENTS.format(INVERSE),
         "inv_n = 1", ["g = 2 * inv_n * (y_hat - y)"]),
        ("linear_regression", "loss", "loss-divided-by-n-minus-one", HEAD + FREEDOM, "shape[0] - 1",
         ["return np.sum(r ** 2) / r.shape[0]"]),
        ("linear_regression", "loss", "loss-sign-flipped", HEAD + LOSS.format(LIKELY), "= -np.mean",
         ["return -log_likelihood"]),
        ("linear_regression", "gradients", "raises", HEAD + GRADIENTS.format(UNDEFINED), "X.T @ e",
         ["samples = len(X)"]),
        ("linear_regression", "loss", "loss-broadcasts", HEAD + COLUMN, "np.mean",
         ["return np.mean((y_hat - y) ** 2)"]),
        ("linear_regression", "fit", "fit-history-missing", HEAD + LAZY, "islice",
         ["return list(islice(self.steps(X, y, lr), epochs))"]),
        ("linear_regression", "fit", "times-out", HEAD + ENDLESS, "while", ["for _ in range(epochs):"]),
        # Apply a twist in the learner's place, with the learner's names.
        ("linear_regression:decay", "fit", "twist-ignored", HEAD + STEP, "self.w, self.b = self.w",
         ["rate = lr / (1 + 0.1 * epoch)", "self.w, self.b = self.w - rate * dw, self.b - rate * db"]),
        ("linear_regression:huber", "gradients", "gradient-wrong-value", CLIPPED + GRADIENTS.format(SUMS),
         "e = y_hat", ["e = np.clip(y_hat - y, -self.delta, self.delta)"]),
    ],
)  # fmt: skip
def test_names_stay_true(
    exercise: str, step: str, mistake: str, source: str, blamed: str, right: list[str]
) -> None:
    """The edit that keeps the learner's names true is among the first."""
    assert right in first_fixes(exercise, source, mistake, blamed, step)


@pytest.mark.parametrize(
    ("learner", "fix", "tidy"),
    [
        ("2 / (n - 1) if n > 1 else 2", "2 / n if n > 1 else 2", "2 / n"),
        ("x.sum() / max(n - 1, 1)", "x.sum() / max(n, 1)", "x.sum() / n"),
        ("x.sum() / max(n - 1, 2)", "x.sum() / max(n, 2)", "x.sum() / max(n, 2)"),
        ("1 / (n - 1) if n > 1 else 2", "1 / n if n > 1 else 2", "1 / n if n > 1 else 2"),
    ],
)
def test_a_guard_that_asks_for_nothing_goes(learner: str, fix: str, tidy: str) -> None:
    """For example one that only kept a divisor from being 0; one that makes a difference stays."""
    text = "def mean(x):\n    n = len(x)\n    return {}\n"
    assert without_leftovers(text.format(learner), text.format(fix)) == text.format(tidy)


def test_a_total_that_adds_nothing_up_goes() -> None:
    """The value that it got is used where it was read."""
    text = "def losses(x):\n    found = []\n    for v in x:\n        {}\n    return found\n"
    fix = text.format("total = v\n        found.append(total)")
    learner = fix.replace("total =", "total +=").replace("    found =", "    total = 0.0\n    found =")
    assert without_leftovers(learner, fix) == text.format("found.append(v)")
