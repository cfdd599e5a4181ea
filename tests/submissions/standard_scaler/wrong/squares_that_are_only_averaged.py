# expect: scale-variance
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.sum(axis=0) / len(X)
        squares = np.square(X - self.mean_).sum(axis=0)
        spread = squares / len(X)  # <-- here
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, spread)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
