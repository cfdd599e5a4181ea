# expect: scale-variance
import numpy as np


class Summary:
    def __init__(self, X):
        self.centre = X.mean(axis=0)
        self.squares = ((X - self.centre) ** 2).mean(axis=0)

    @property
    def spread(self):
        return self.squares

    @property
    def width(self):
        return np.sqrt(self.squares)


class StandardScaler:
    def fit(self, X):
        X = np.asarray(X, dtype=float)
        summary = Summary(X)
        same = X.max(axis=0) == X.min(axis=0)
        self.mean_ = summary.centre
        self.scale_ = np.where(same, 1.0, summary.spread)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
