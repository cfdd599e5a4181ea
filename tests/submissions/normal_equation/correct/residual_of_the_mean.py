# expect: pass
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        mu = X.mean(axis=0)
        Z = X - mu
        cov, cross = Z.T @ Z / len(X), Z.T @ y / len(X)
        self.w = np.linalg.lstsq(cov, cross, rcond=1e-12)[0]
        self.b = float(y.mean() - mu.dot(self.w))
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
