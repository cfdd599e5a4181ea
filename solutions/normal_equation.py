"""Linear regression by the normal equation: the reference solution."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


class LinearRegression:
    """y_hat = X @ w + b, with the w and b of the smallest sum of squared residuals."""

    def __init__(self, n_features: int) -> None:
        self.w: Array = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: Array) -> Array:
        """X (n, d) -> y_hat (n,)."""
        return X @ self.w + self.b

    def fit(self, X: Array, y: Array) -> "LinearRegression":
        """X (n, d), y (n,) -> w (d,) and b, also where columns of X are dependent."""
        A = np.column_stack([X, np.ones(len(X))])  # b is the weight of a column of ones
        theta = np.linalg.lstsq(A, y, rcond=None)[0]  # solves A.T @ A @ theta = A.T @ y
        self.w, self.b = theta[:-1], float(theta[-1])
        return self
