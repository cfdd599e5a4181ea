# expect: raises
import numpy as np


class StandardScaler:
    """Statistics in a dictionary, read through properties."""

    def __init__(self):
        self._stats = {}

    @property
    def mean_(self):  # <-- here
        return self._stats["mean"]

    @property
    def scale_(self):
        return self._stats["scale"]

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        mu = X.mean(axis=0)
        sd = np.sqrt(((X - mu) ** 2).mean(axis=0))
        const = np.ptp(X, axis=0) == 0
        self._stats["mean"] = mu
        self._stats["scale"] = np.where(const, 1.0, sd)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
