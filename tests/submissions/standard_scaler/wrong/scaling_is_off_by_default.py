# expect: transform-not-scaled, inverse-not-scaled
import numpy as np


class StandardScaler:
    def __init__(self, scaled=False):  # <-- here
        self.scaled = scaled

    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        spread = np.std(X, axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, spread)
        return self

    def transform(self, X):
        Z = X - self.mean_
        return Z / self.scale_ if self.scaled else Z

    def inverse_transform(self, Z):
        X = Z * self.scale_ if self.scaled else Z
        return X + self.mean_
