# expect: inverse-wrong-order
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
        return np.divide(np.subtract(X, self.mean_), self.scale_)

    def inverse_transform(self, Z):
        out = np.array(Z, dtype=float)
        out += self.mean_  # <-- here
        out *= self.scale_  # <-- here
        return out

    def __repr__(self):
        return "StandardScaler()"
