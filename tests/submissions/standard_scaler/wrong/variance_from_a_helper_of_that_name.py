# expect: scale-variance
import numpy as np


def _variance(X):
    return X.var(axis=0)


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        spread = _variance(X)  # <-- here
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, spread)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
