# expect: scale-variance
import numpy as np


def described(X):
    middle = X.mean(axis=0)
    around = ((X - middle) ** 2).mean(axis=0)  # <-- here
    width = around.copy()  # <-- here
    width[X.max(axis=0) == X.min(axis=0)] = 1.0
    return middle, width


class StandardScaler:
    def fit(self, X):
        self.mean_, self.scale_ = described(X)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
