# expect: mutates-input
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X: np.ndarray):
        """Learn the column means and deviations."""
        n = X.shape[0]
        self.mean_ = X.sum(axis=0) / n
        centred = X - self.mean_
        self.scale_ = np.sqrt((centred ** 2).sum(axis=0) / n)
        self.scale_[(X == X[0]).all(axis=0)] = 1.0  # constant columns
        return self

    def transform(self, X):
        out = np.asarray(X, dtype=float)  # <-- here
        out -= self.mean_  # <-- here
        out /= self.scale_  # <-- here
        return out

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X
