# expect: pass
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        A = np.column_stack([X, np.ones(X.shape[0])])
        k = A.shape[1]
        theta = np.linalg.solve(A.T @ A + 1e-9 * np.eye(k), A.T @ y)
        self.w = theta[: k - 1]
        self.b = theta[k - 1]

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
