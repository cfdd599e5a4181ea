# expect: wrong-signature
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X, /):  # <-- here
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0)
        self.scale_[X.max(axis=0) == X.min(axis=0)] = 1.0
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
