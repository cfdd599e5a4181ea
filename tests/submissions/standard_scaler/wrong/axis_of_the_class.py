# expect: statistics-over-features
import numpy as np


class StandardScaler:
    axis = 1  # <-- here

    def fit(self, X):
        self.mean_ = X.mean(axis=self.axis)
        flat = X.max(axis=self.axis) == X.min(axis=self.axis)
        self.scale_ = np.where(flat, 1.0, X.std(axis=self.axis))
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
