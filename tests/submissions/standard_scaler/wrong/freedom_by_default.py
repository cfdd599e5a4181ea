# expect: scale-sample
import numpy as np


class StandardScaler:
    def __init__(self, lost=1):  # <-- here
        self.lost = lost

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        width = X.std(axis=0, ddof=self.lost)
        width[(X == X[0]).all(axis=0)] = 1.0
        self.scale_ = width
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
