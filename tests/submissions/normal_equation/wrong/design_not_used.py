# expect: fit-without-intercept
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        A = np.column_stack([X, np.ones(len(X))])
        theta = np.append(np.linalg.lstsq(X, y, rcond=None)[0], 0.0)  # <-- here
        self.w, self.b = theta[:-1], theta[-1]

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
