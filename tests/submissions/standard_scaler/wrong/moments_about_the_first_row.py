# expect: statistics-wrong-value
import numpy as np


class StandardScaler:
    """Moments about the first row, which lose fewer digits than those about zero."""

    def fit(self, X):
        n = len(X)
        first = X[0]
        away = X - first
        once = away.sum(axis=0) / n
        twice = (away ** 2).sum(axis=0) * n  # <-- here
        spread = twice - once ** 2
        steady = (X == first).all(axis=0)
        self.mean_ = first + once
        self.scale_ = np.sqrt(np.where(steady, 1.0, spread))
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def fit_transform(self, X):
        return self.fit(X).transform(X)

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
