# expect: scale-sample
import numpy as np


def spread_of(X, ddof=1):  # <-- here
    return np.std(X, axis=0, ddof=ddof)  # <-- here


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = spread_of(X)
        self.scale_[X.max(axis=0) == X.min(axis=0)] = 1
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
