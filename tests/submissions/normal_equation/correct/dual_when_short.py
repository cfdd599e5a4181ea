# expect: pass
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        mu, m = X.mean(axis=0), y.mean()
        Z = X - mu
        n, d = X.shape
        left, s, right = np.linalg.svd(Z.T, full_matrices=False)
        usable = s > max(n, d) * np.finfo(float).eps * s[0]
        self.w = left[:, usable] @ ((right[usable] @ (y - m)) / s[usable])
        self.b = m - mu @ self.w
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
