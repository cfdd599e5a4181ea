# expect: fit-not-exact
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        w, b, last = np.zeros(X.shape[1]), 0.0, np.inf
        while True:  # <-- here
            e = X @ w + b - y
            loss = np.mean(e ** 2)
            if not last - loss > 1e-3:
                break
            last = loss
            w = w - 0.02 * X.T @ e / len(y)
            b = b - 0.02 * e.mean()
        self.w, self.b = w, b
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
