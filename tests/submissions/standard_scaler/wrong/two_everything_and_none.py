# expect: statistics-of-everything, returns-none
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = np.mean(X)  # <-- here
        self.scale_ = np.std(X) if np.ptp(X) > 0 else 1.0  # <-- here

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        X = Z * self.scale_ + self.mean_  # <-- here

    def __repr__(self):
        return "StandardScaler()"
