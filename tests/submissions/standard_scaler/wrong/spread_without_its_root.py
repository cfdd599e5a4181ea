# expect: scale-variance
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = self._spread(X)
        return self

    def _spread(self, X):
        flat = X.max(axis=0) == X.min(axis=0)
        return np.where(flat, 1.0, X.var(axis=0))  # <-- here

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
