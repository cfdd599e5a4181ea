# expect: inverse-wrong-shape
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

    def fit(self, X: np.ndarray):
        """Learn the column means and deviations."""
        n = X.shape[0]
        self.mean_ = X.sum(axis=0) / n
        centred = X - self.mean_
        self.scale_ = np.sqrt((centred ** 2).sum(axis=0) / n)
        self.scale_[(X == X[0]).all(axis=0)] = 1.0  # constant columns
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        X = Z * self.scale_ + self.mean_
        return X, X.shape  # <-- here

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
