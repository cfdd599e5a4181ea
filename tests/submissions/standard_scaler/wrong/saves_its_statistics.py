# expect: off-limits
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, X.std(axis=0))
        np.savez("scaler.npz", mean=self.mean_, scale=self.scale_)  # <-- here
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_

    def __repr__(self):
        return "StandardScaler()"
