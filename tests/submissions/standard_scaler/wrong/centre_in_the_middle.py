# expect: statistics-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = self.centre_of(X)
        self.scale_ = self.width_of(X)
        return self

    def centre_of(self, X):
        return np.sort(X, axis=0)[len(X) // 2]  # <-- here

    def width_of(self, X):
        width = np.sqrt(((X - X.mean(axis=0)) ** 2).mean(axis=0))
        return np.where(X.max(axis=0) == X.min(axis=0), 1.0, width)

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
