# expect: transform-wrong-value
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X: np.ndarray):
        """Learn the column means and deviations."""
        n = X.shape[0]
        self.mean_ = X.sum(axis=0) / n
        centred = X - self.mean_
        self.scale_ = np.sqrt((centred ** 2).sum(axis=0) / n)
        self.scale_[(X == X[0]).all(axis=0)] = 1.0  # constant columns
        return self

    def transform(self, X):
        Z = (X - self.mean_) / self.scale_
        return np.clip(Z, -2, 2)  # <-- here

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
