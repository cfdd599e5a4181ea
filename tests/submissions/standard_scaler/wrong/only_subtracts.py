# expect: transform-not-scaled
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

    def fit(self, X):
        mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
        sigma[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, sigma

    def transform(self, X):
        return X - self.mean_  # <-- here

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
