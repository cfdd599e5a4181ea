# expect: pass
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        x_mean, y_mean = X.mean(axis=0), y.mean()
        self.w = np.linalg.lstsq(X - x_mean, y - y_mean, rcond=None)[0]
        self.b = y_mean - x_mean @ self.w
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
