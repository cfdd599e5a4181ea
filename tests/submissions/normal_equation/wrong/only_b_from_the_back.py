# expect: fit-unpacks-swapped
import numpy as np


class LinearRegression:
    """Least squares, solved."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X: np.ndarray, y: np.ndarray):
        """Find w and b."""
        theta = np.linalg.lstsq(np.insert(X.astype(float), 0, 1, axis=1), y, rcond=None)[0]
        self.w = theta[1:]
        self.b = theta[-1]  # <-- here

    def predict(self, X: np.ndarray) -> np.ndarray:
        """One number per sample."""
        return np.dot(X, self.w) + self.b
