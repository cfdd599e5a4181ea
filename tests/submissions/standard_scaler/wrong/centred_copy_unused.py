# expect: transform-not-centred
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        self.scale_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, std)
        return self

    def transform(self, X):
        centred = X - self.mean_
        scaled = X / self.scale_  # <-- here
        return scaled

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform."""
        return self.mean_ + np.multiply(Z, self.scale_)
