# expect: statistics-over-features, inverse-not-scaled
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=1)  # <-- here
        s = X.std(axis=1)  # <-- here
        s[np.ptp(X, axis=1) == 0] = 1.0
        self.scale_ = s
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        return Z + self.mean_  # <-- here
