"""Linear regression by the normal equation, using only NumPy.

Fill in one method at a time, from top to bottom, and run `python -m grader normal_equation` after each.

n samples, d features: X is (n, d), y and y_hat are (n,), w is (d,), b is one number.
No Python loops over the samples. All of NumPy may be used, np.linalg too.
"""

import numpy as np


class LinearRegression:
    """A linear model, fitted in one go: no steps and no learning rate."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """Predict one number per sample: the sum of its features weighted by w, plus b.

        X: (n, d)
        Returns: (n,)
        """
        # TODO
        raise NotImplementedError("predict")

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        """Set w and b to values with the smallest sum of squared residuals, y - predict(X).

        What w and b were before makes no difference. First solve it for independent columns (step `fit`).
        Then handle columns that depend on each other: a repeated column, a constant column, fewer samples
        than features (step `rank`). There, many w and b are equally good, and any of them is right.

        X: (n, d); y: (n,)
        Returns: anything; returning self allows `LinearRegression(d).fit(X, y)`
        """
        # TODO
        raise NotImplementedError("fit")
