# expect: transform-not-scaled
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        flat = X.max(axis=0) == X.min(axis=0)
        self.scale_ = np.where(flat, 1.0, X.std(axis=0))
        return self

    def _shift(self, X):
        return X - self.mean_

    def transform(self, X):
        return self._shift(X)  # <-- here

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
