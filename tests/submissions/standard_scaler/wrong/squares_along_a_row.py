# expect: statistics-over-features
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.squares = X.var(axis=1)  # <-- here
        width = np.sqrt(self.squares)
        self.scale_ = np.where(width > 0, width, 1.0)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
