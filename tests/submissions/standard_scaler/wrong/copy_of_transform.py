# expect: inverse-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X: np.ndarray):
        """Learn the column means and deviations."""
        n = X.shape[0]
        self.mean_ = X.sum(axis=0) / n
        centred = X - self.mean_
        self.scale_ = np.sqrt((centred ** 2).sum(axis=0) / n)
        self.scale_[(X == X[0]).all(axis=0)] = 1.0  # constant columns
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        return (Z - self.mean_) / self.scale_  # <-- here
