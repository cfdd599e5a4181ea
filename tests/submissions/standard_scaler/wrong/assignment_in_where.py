# expect: syntax-error
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0)
        if (X.max(axis=0) = X.min(axis=0)).any():  # <-- here
            self.scale_[X.max(axis=0) == X.min(axis=0)] = 1
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
