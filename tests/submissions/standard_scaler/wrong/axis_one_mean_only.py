# expect: statistics-over-features
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = np.mean(X, axis=1)  # <-- here
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, np.std(X, axis=0))
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X
