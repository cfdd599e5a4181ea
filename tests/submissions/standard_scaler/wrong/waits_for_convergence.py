# expect: times-out
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        guess = np.ones(X.shape[1])
        var = X.var(axis=0)
        while not np.allclose(guess ** 2, var + 1):  # <-- here
            guess = 0.5 * (guess + var / guess)
        self.scale_ = guess
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_
