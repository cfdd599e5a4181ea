"""The change is made where it belongs: in the field, property or helper that is wrong, not around it."""

import pytest

from grader.engine.fix.tidy.smallest import smallest

from .test_kinds import FIT, HEAD, first_fixes

PAIR = "AXES, OTHER = 1, 0\n\n"
GRADIENTS = "    def compute_gradients(self, X, y, y_hat):\n        {}\n"
ASKED = """    def compute_loss(self, y_hat, y):
        return Gaps(y_hat, y).cost

    def compute_gradients(self, X, y, y_hat):
        return X.T @ Gaps(y_hat, y).each, 2 * Gaps(y_hat, y).middle


class Gaps:
    def __init__(self, y_hat, y):
        self.each = y_hat - y

    @property
    def middle(self):
        return np.mean(self.each)

    @property
    def cost(self):
        return self.middle
"""
SPREAD = """    def fit(self, X):
        variance = np.mean((X - X.mean(axis=0)) ** 2, axis=0)
        self.scale_ = self.checked(variance)
        return self
"""
COOLED = FIT.format(
    before="\n        plan = Plan(lr)", body="rate = plan.next()\n            self.w -= rate * gw"
)
COOLED += """

class Plan:
    def __init__(self, rate):
        self.rate = rate

    def next(self):
        now = self.rate
        self.rate *= 0.97
        return now
"""
LOOKED = FIT.format(
    before="", body="if k % 9 == 0:\n                print(k)\n                losses.append(0.0)"
)
COUNTED = """    def fit(self, X, y, lr=0.01, epochs=1000):
        k = 0
        while k < epochs:
            if k % 9:
                k += 1
                continue
            print(k)
"""
HALVED = "    def compute_loss(self, y_hat, y):\n        return 1 / (2 * len(y)) * np.sum((y_hat - y) ** 2)\n"
COLUMN = """    def compute_loss(self, y_hat, y):
        return np.mean((y_hat[:, None] - y.reshape(-1, 1)) ** 2)
"""


@pytest.mark.parametrize(
    ("exercise", "step", "mistake", "source", "blamed", "right"),
    [
        ("linear_regression", "gradients", "gradient-divided-by-features",
         PAIR + HEAD + GRADIENTS.format("return X.T @ y / X.shape[AXES], y.mean()"), "return X.T",
         ["AXES, OTHER = 0, 1"]),
        ("linear_regression", "loss", "loss-not-squared", HEAD + ASKED, "return np.mean",
         ["return np.mean(self.each ** 2)"]),
        ("standard_scaler", "fit", "scale-variance", HEAD + SPREAD, "variance = ",
         ["self.scale_ = self.checked(np.sqrt(variance))"]),
        ("linear_regression", "fit", "fit-learning-rate-changes", HEAD + COOLED, "now =", []),
        ("linear_regression", "fit", "fit-history-wrong-length", HEAD + LOOKED, "if k",
         ["losses.append(0.0)"]),
        ("linear_regression", "fit", "times-out", HEAD + COUNTED, "while", ["k += 1"]),
        ("linear_regression", "loss", "loss-halved", HEAD + HALVED, "return 1",
         ["return 1 / (len(y)) * np.sum((y_hat - y) ** 2)"]),
        ("linear_regression", "loss", "loss-broadcasts", HEAD + COLUMN, "return np",
         ["return np.mean((y_hat - y) ** 2)"]),
    ],
)  # fmt: skip
def test_the_first_candidates_change_it_where_it_belongs(
    exercise: str, step: str, mistake: str, source: str, blamed: str, right: list[str]
) -> None:
    assert right in first_fixes(exercise, source, mistake, blamed, step)


def test_what_is_exchanged_is_exchanged_on_both_sides() -> None:
    old, new = "a, b = 1, 0\nc, d = 3, 4\n", "a, b = 0, 1\nc, d = 3, 5\n"
    assert smallest(old, new, lambda text: text.startswith("a, b = 0,") and "5" in text) == new
