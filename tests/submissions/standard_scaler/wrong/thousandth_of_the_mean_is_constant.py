# expect: statistics-wrong-value
import numpy as np

RELATIVE = 1e-3


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        negligible = std <= RELATIVE * np.abs(self.mean_)  # <-- here
        self.scale_ = np.where(negligible, 1.0, std)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
