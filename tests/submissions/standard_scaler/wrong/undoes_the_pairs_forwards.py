# expect: inverse-wrong-order
import numpy as np


class StandardScaler:
    def __init__(self):
        self.stages = [
            (self._centre, self._uncentre),
            (self._shrink, self._grow),
        ]

    def _centre(self, values):
        return values - self.mean_

    def _uncentre(self, values):
        return values + self.mean_

    def _shrink(self, values):
        return values / self.scale_

    def _grow(self, values):
        return values * self.scale_

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))
        return self

    def transform(self, X):
        for forward, _ in self.stages:
            X = forward(X)
        return X

    def inverse_transform(self, Z):
        for _, backward in self.stages:  # <-- here
            Z = backward(Z)
        return Z
