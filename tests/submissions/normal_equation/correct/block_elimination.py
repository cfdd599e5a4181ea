# expect: pass
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        # The equations of b and w, with b eliminated: n * b + s @ w = sum(y).
        n, s = len(X), X.sum(axis=0)
        G = X.T @ X - np.outer(s, s) / n
        c = X.T @ y - s * y.sum() / n
        values, vectors = np.linalg.eigh(G)
        good = values > 1e-11 * np.trace(X.T @ X)
        scaled = np.divide(vectors.T @ c, values, out=np.zeros_like(values), where=good)
        self.w = vectors @ scaled
        self.b = (y.sum() - s @ self.w) / n

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
