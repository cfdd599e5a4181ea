# expect: statistics-over-features
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=1)  # <-- here
        std = X.std(axis=1)  # <-- here
        std[X.max(axis=1) == X.min(axis=1)] = 1
        self.scale_ = std
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
