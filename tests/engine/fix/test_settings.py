"""What an object of settings holds, a size, an inverse: changed where the learner's own code has it."""

import pytest

from ...helpers.tried import place_of

HEAD = "import numpy as np\n\n\n"
CLASS = "class LinearRegression:\n"
GRADIENTS = "    def compute_gradients(self, X, y, y_hat):\n        "
SETTINGS = f"""{HEAD}{CLASS}    def fit(self, X, y, lr=0.01, epochs=1000):
        kept = self.settings
        losses = []
        for epoch in range(kept.rounds):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= kept.rate * dw
            self.b -= kept.rate * db
            if kept.verbose:
                print(epoch)
        return losses
"""
BOTH = {"range(kept.rounds)": "range(epochs)", "kept.rate": "lr"}
SIZES = f"""{HEAD}{CLASS}{GRADIENTS}width, count = X.shape
        error = y_hat - y
        return 2 / count * X.T @ error, 2 / count * error.sum()
"""
FACTOR = f"""{HEAD}def factor(count):
    return 1 / count


{CLASS}{GRADIENTS}scale = factor(len(y))
        error = y_hat - y
        return scale * (X.T @ error), scale * error.sum()
"""
INVERSE = f"""{HEAD}def inverse(matrix):
    return matrix ** -1.0


{CLASS}    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        theta = inverse(A.T @ A) @ (A.T @ y)
        self.w, self.b = theta[:-1], theta[-1]
        return self
"""


@pytest.mark.parametrize(
    ("exercise", "source", "changes", "step", "mistake", "line", "most"),
    [
        ("linear_regression", SETTINGS, BOTH, "fit", "fit-ignores-learning-rate", 12, 110),
        ("linear_regression", SIZES, {"width, count": "count, width"}, "gradients",
         "gradient-divided-by-features", 6, 20),
        ("linear_regression", FACTOR, {"1 / count": "2 / count"}, "gradients",
         "gradient-missing-factor-two", 5, 20),
        ("normal_equation", INVERSE, {"matrix ** -1.0": "np.linalg.pinv(matrix)"}, "fit",
         "fit-not-inverted", 5, 20),
    ],
)  # fmt: skip
def test_it_is_tried_early(
    exercise: str, source: str, changes: dict[str, str], step: str, mistake: str, line: int, most: int
) -> None:
    assert place_of(exercise, source, changes, step, line, [mistake]) < most
