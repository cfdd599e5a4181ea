# expect: statistics-over-features
import numpy as np


class StandardScaler:
    def __init__(self):
        self.ready = False

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        width = X.std(axis=1)  # <-- here
        width[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = width
        self.ready = True
        return self

    def _check(self):
        if not self.ready:
            raise RuntimeError("call fit first")

    def transform(self, X):
        self._check()
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        self._check()
        return Z * self.scale_ + self.mean_
