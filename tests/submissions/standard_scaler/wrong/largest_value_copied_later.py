# expect: scale-range
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = self._without_zeros(self._widths(X), X)
        return self

    def _widths(self, X):
        return np.max(np.abs(X), axis=0)  # <-- here

    def _without_zeros(self, widths, X):
        widths = widths.copy()
        widths[X.min(axis=0) == X.max(axis=0)] = 1.0
        return widths

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
