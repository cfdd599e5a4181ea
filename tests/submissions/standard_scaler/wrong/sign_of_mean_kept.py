# expect: inverse-wrong-value
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = np.average(X, axis=0)
        self.scale_ = self._deviation(X)
        return self

    def _deviation(self, X):
        # the std of a constant column may be 1e-17 and not 0, so the entries are compared
        sd = X.std(axis=0)
        sd[X.min(axis=0) == X.max(axis=0)] = 1
        return sd

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Centre, then scale."""
        out = np.array(X, dtype=float)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse_transform(self, Z):
        return Z * self.scale_ - self.mean_  # <-- here
