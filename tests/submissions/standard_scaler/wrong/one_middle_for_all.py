# expect: statistics-of-everything
import numpy as np


class StandardScaler:
    def fit(self, X):
        same = (X == X[0]).all(axis=0)
        self.mean_ = np.full(X.shape[1], X.sum() / X.size)  # <-- here
        around = np.sqrt(((X - self.mean_) ** 2).mean(axis=0))
        self.scale_ = np.where(same, 1.0, around)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
