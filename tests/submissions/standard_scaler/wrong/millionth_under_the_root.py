# expect: constant-column
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        variance = np.mean((X - self.mean_) ** 2, axis=0)
        self.scale_ = np.sqrt(variance + 1e-6)  # <-- here

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
