# expect: fit-unpacks-swapped
import numpy as np


def with_ones(X):
    return np.c_[np.ones(len(X)), X]


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _take(self, both):
        self.w = both[:-1]  # <-- here
        self.b = both[-1]  # <-- here

    def fit(self, X, y):
        both, *_ = np.linalg.lstsq(with_ones(X), y, rcond=None)
        self._take(both)
        return self
