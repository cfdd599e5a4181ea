"""Names stay true: a fix changes the place that keeps them true."""

import pytest

from .test_kinds import HEAD, first_fixes

LOSS = "    def compute_loss(self, y_hat, y):\n        {}\n"
GRADIENTS = "    def compute_gradients(self, X, y, y_hat):\n        {}\n"
INVERSE = "inv_n = 1.0 / len(X)\n        g = inv_n * (y_hat - y)\n        return g @ X, g.sum()"
LIKELY = "log_likelihood = -np.mean((y_hat - y) ** 2)\n        return log_likelihood"
CLIPPED = HEAD.replace("n_features)", "n_features, delta=1.0)", 1)
CLIPPED = CLIPPED.replace("self.b = 0.0", "self.b = 0.0\n        self.delta = delta")
SUMS = "e = y_hat - y\n        n = len(y)\n        return X.T @ e / n, e.sum() / n"
PROMISED = """    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = self.spread(X - self.mean_)

    def spread(self, gap):
        \"\"\"The mean square of each column.\"\"\"
        return (gap ** 2).mean(axis=0)
"""
LAZY = "    def fit(self, X, y, lr=0.01, epochs=1000):\n        return islice(self.steps(X, y, lr), epochs)\n"


@pytest.mark.parametrize(
    ("exercise", "step", "mistake", "source", "blamed", "right"),
    [
        ("linear_regression", "gradients", "gradient-missing-factor-two", HEAD + GRADIENTS.format(INVERSE),
         "inv_n = 1", ["g = 2 * inv_n * (y_hat - y)"]),
        ("linear_regression", "loss", "loss-sign-flipped", HEAD + LOSS.format(LIKELY), "= -np.mean",
         ["return -log_likelihood"]),
        ("linear_regression", "fit", "fit-history-missing", HEAD + LAZY, "islice",
         ["return list(islice(self.steps(X, y, lr), epochs))"]),
        ("standard_scaler", "fit", "scale-variance", HEAD + PROMISED, "return (gap",
         ["self.scale_ = np.sqrt(self.spread(X - self.mean_))"]),
        # Apply a twist in the learner's place, with the learner's names.
        ("linear_regression:huber", "gradients", "gradient-wrong-value", CLIPPED + GRADIENTS.format(SUMS),
         "e = y_hat", ["e = np.clip(y_hat - y, -self.delta, self.delta)"]),
    ],
)  # fmt: skip
def test_names_stay_true(
    exercise: str, step: str, mistake: str, source: str, blamed: str, right: list[str]
) -> None:
    """The edit that keeps the learner's names true is among the first."""
    assert right in first_fixes(exercise, source, mistake, blamed, step)
