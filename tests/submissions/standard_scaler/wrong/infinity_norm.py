# expect: scale-range
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        s = np.linalg.norm(X, ord=np.inf, axis=0)  # <-- here
        self.scale_ = np.where((X == X[0]).all(axis=0), 1.0, s)

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X
