# expect: loop-over-samples
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        k = X.shape[1] + 1
        gram, moment = np.zeros((k, k)), np.zeros(k)
        for row, target in zip(X, y):  # <-- here
            a = np.append(row, 1.0)
            gram += np.outer(a, a)
            moment += target * a
        theta = np.linalg.pinv(gram, rcond=1e-12) @ moment
        self.w, self.b = theta[:-1], theta[-1]

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
