# expect: transform-not-centred
import numpy as np


def checked(X):
    return X


class StandardScaler:
    def transform(self, X):
        return checked(X) / self.scale_  # <-- here

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        is_constant = X.max(axis=0) == X.min(axis=0)
        self.scale_ = np.where(is_constant, 1.0, X.std(axis=0))
        return self

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
