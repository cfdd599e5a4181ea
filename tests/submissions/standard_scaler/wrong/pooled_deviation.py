# expect: statistics-of-everything
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        away = X - self.mean_
        pooled = np.sqrt(np.mean(away**2))  # <-- here
        varies = np.any(away != away[0], axis=0)
        self.scale_ = np.where(varies, pooled, 1.0)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
