# expect: inverse-wrong-shape
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
        return centred / self.scale_

    def inverse_transform(self, Z):
        return (Z * self.scale_ + self.mean_).T  # <-- here
