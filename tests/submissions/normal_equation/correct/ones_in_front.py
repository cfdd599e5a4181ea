# expect: pass
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        A = np.c_[np.ones(X.shape[0]), X]
        beta, *_ = np.linalg.lstsq(A, y, rcond=None)
        self.b = float(beta[0])
        self.w = beta[1:]

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
