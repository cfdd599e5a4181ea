# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        Z = X - X.mean()  # <-- here
        self.w = np.linalg.pinv(Z) @ (y - y.mean())
        self.b = y.mean() - X.mean(axis=0) @ self.w
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
