# expect: statistics-of-everything
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        d = X.shape[1]
        self.mean_ = X.mean(axis=0)
        total = X.std() if np.ptp(X) else 1.0  # <-- here
        self.scale_ = np.full(d, total)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
