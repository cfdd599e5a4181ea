# expect: transform-wrong-shape
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = np.average(X, axis=0)
        self.scale_ = self._deviation(X)
        return self

    def _deviation(self, X):
        # the std of a constant column may be 1e-17 and not 0, so the entries are compared
        sd = X.std(axis=0)
        sd[X.min(axis=0) == X.max(axis=0)] = 1
        return sd

    def transform(self, X):
        return ((X - self.mean_) / self.scale_).ravel()  # <-- here

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_
