# expect: constant-column
import numpy as np


def without_zeros(spread):
    return np.where(spread > 0, spread, 1.0)  # <-- here


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        self.scale_ = without_zeros(np.std(X, axis=0))

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
