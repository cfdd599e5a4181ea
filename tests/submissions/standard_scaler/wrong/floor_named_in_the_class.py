# expect: constant-column
import numpy as np


class StandardScaler:
    LEAST = 1e-7

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.fmax(np.sqrt(X.var(axis=0)), self.LEAST)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
