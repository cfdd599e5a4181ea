# expect: transform-wrong-value
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

    def fit(self, X):
        data = np.asarray(X, dtype=float)
        lo, hi = data.min(0), data.max(0)
        self.mean_ = data.mean(0)
        self.scale_ = data.std(0)
        self.scale_[lo == hi] = 1.0
        return self

    def transform(self, X):
        Z = X + self.mean_  # <-- here
        return Z / self.scale_

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
