# expect: scale-variance
import numpy as np


class StandardScaler:
    def fit(self, X):
        n = len(X)
        mu = X.sum(axis=0) / n
        spread = ((X - mu) ** 2).sum(axis=0) / n  # <-- here
        spread[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, spread

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
