# expect: transform-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        constant = np.ptp(X, axis=0) == 0
        self.scale_ = np.where(constant, 1.0, X.std(axis=0))
        return self

    def transform(self, X):
        Z = X - self.mean_ / self.scale_  # <-- here
        return Z

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
