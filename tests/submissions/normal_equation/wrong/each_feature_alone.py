# expect: fit-not-inverted
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        Z, t = X - X.mean(0), y - y.mean()
        self.w = (Z.T @ t) / (Z ** 2).sum(0)  # <-- here
        self.b = y.mean() - X.mean(0) @ self.w
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
