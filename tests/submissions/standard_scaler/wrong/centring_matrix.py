# expect: quadratic-memory
import numpy as np


class StandardScaler:
    def fit(self, X):
        n = X.shape[0]
        self.mean_ = X.mean(axis=0)
        H = np.eye(n) - np.ones((n, n)) / n  # <-- here
        C = H @ X
        self.scale_ = np.sqrt((C * C).sum(axis=0) / n)
        self.scale_[np.ptp(X, axis=0) == 0] = 1.0
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
