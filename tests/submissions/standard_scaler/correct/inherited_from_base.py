# expect: pass
import numpy as np


class _Affine:
    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_


class _Moments:
    @staticmethod
    def moments(X):
        m = np.average(X, axis=0)
        v = np.average((X - m) ** 2, axis=0)
        return m, v


class StandardScaler(_Affine, _Moments):
    def fit(self, X):
        self.mean_, v = self.moments(X)
        self.scale_ = np.sqrt(v)
        self.scale_[X.max(axis=0) - X.min(axis=0) == 0] = 1.0
        return self
