# expect: transform-not-scaled, inverse-not-scaled
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
        sigma[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, sigma

    def transform(self, X):
        return X - self.mean_  # <-- here

    def inverse_transform(self, Z):
        return Z + self.mean_  # <-- here

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
