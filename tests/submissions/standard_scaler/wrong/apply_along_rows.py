# expect: loop-over-samples
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
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        return np.apply_along_axis(lambda z: z * self.scale_ + self.mean_, 1, Z)  # <-- here

    def __repr__(self):
        return "StandardScaler()"
