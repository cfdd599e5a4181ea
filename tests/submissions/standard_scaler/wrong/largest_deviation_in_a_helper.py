# expect: scale-range
import numpy as np


class StandardScaler:
    """Centre every column, then bring it to a common size."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    @staticmethod
    def extent(shifted):
        return np.abs(shifted).max(axis=0)  # <-- here

    def fit(self, X):
        X = np.asarray(X, float)
        n, d = X.shape
        self.mean_ = X.sum(axis=0) / n
        shifted = X - self.mean_
        self.scale_ = np.ones(d)
        varying = ~np.all(X == X[0], axis=0)
        self.scale_[varying] = self.extent(shifted)[varying]
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
