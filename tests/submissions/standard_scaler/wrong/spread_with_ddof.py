# expect: scale-sample
import numpy as np


def spread(X, ddof=1):  # <-- here
    return np.std(X, axis=0, ddof=ddof)


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        scale = spread(X)  # <-- here
        scale[np.ptp(X, axis=0) == 0] = 1.0
        self.scale_ = scale
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
