# expect: statistics-wrong-shape
import numpy as np


KEEP = True  # <-- here


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0, keepdims=KEEP)
        std = X.std(axis=0)
        std[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = std
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
