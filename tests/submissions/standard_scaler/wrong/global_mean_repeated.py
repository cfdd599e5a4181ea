# expect: statistics-of-everything
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        grand = np.mean(X)  # <-- here
        self.mean_ = np.repeat(grand, X.shape[1])  # <-- here
        sd = np.std(X, axis=0)
        sd[X.max(axis=0) == X.min(axis=0)] = 1
        self.scale_ = sd
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X

    def __repr__(self):
        return "StandardScaler()"
