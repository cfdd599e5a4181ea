# expect: inverse-wrong-order
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

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
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        mu, sd = self.mean_, self.scale_
        X = sd * (Z + mu)  # <-- here
        return X

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
