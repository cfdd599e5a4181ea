# expect: raises
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        sd = np.stdev(X, axis=0)  # <-- here
        sd[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = sd
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_
