# expect: transform-not-centred
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        constant = X.max(axis=0) == X.min(axis=0)
        self.scale_ = np.where(constant, 1.0, X.std(axis=0))
        return self

    def transform(self, X):
        result = np.array(X, dtype=float)
        result - self.mean_  # <-- here
        result = result / self.scale_
        return result

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
