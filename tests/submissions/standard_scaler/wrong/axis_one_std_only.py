# expect: statistics-over-features
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        spread = np.std(X, axis=1)  # <-- here
        spread[np.ptp(X, axis=1) == 0] = 1.0
        self.scale_ = spread

    def transform(self, X):
        return np.divide(np.subtract(X, self.mean_), self.scale_)

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_
