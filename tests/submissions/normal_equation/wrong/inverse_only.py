# expect: fit-singular
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        A = np.c_[np.ones(len(X)), X]
        theta = np.linalg.inv(A.T @ A) @ A.T @ y  # <-- here
        self.b, self.w = theta[0], theta[1:]

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
