# expect: fit-weights-not-updated
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        mu = X.mean(axis=0)
        w = np.linalg.lstsq(X - mu, y, rcond=None)[0]
        self.W = w  # <-- here
        self.b = y.mean() - mu @ w
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
