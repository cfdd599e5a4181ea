# expect: statistics-over-features, transform-refits
import numpy as np


class StandardScaler:
    def _sums_up(self, X, axis):
        s = X.std(axis=axis)
        same = X.max(axis=axis) == X.min(axis=axis)
        return X.mean(axis=axis), np.where(same, 1.0, s)

    def fit(self, X):
        self.mean_, self.scale_ = self._sums_up(X, 1)  # <-- here
        return self

    def transform(self, X):
        mean, scale = self._sums_up(X, 0)  # <-- here
        return (X - mean) / scale

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
