# expect: inverse-wrong-value
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        self.scale_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, std)
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        return Z / self.scale_ + self.mean_  # <-- here

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
