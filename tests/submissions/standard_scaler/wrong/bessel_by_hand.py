# expect: scale-sample
import numpy as np


class StandardScaler:
    def fit(self, X):
        n = X.shape[0]
        mu = X.sum(axis=0) / n
        ss = np.sum((X - mu) ** 2, axis=0)
        scale = np.sqrt(ss / max(n - 1, 1))  # <-- here
        scale[(X == X[0]).all(axis=0)] = 1.0
        self.mean_ = mu
        self.scale_ = scale

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
