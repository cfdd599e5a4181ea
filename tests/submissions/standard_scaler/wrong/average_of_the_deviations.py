# expect: statistics-of-everything
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        deviations = np.std(X, axis=0)
        constant = X.min(axis=0) == X.max(axis=0)
        self.scale_ = np.where(constant, 1.0, deviations.mean())  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
