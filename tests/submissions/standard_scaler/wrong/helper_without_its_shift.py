# expect: transform-not-centred
import numpy as np


def moved(values, by=0.0):
    return values - by


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        constant = X.max(axis=0) == X.min(axis=0)
        self.scale_ = np.where(constant, 1.0, X.std(axis=0))
        return self

    def transform(self, X):
        return moved(X) / self.scale_  # <-- here

    def inverse_transform(self, Z):
        return moved(Z * self.scale_, by=-self.mean_)
