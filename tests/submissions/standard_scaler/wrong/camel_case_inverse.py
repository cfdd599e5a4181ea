# expect: method-missing
import numpy as np


class StandardScaler:
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
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverseTransform(self, Z):  # <-- here
        return Z * self.scale_ + self.mean_
