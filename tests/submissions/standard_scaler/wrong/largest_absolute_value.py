# expect: scale-range
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        biggest = np.abs(X).max(axis=0).astype(float)  # <-- here
        biggest[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = biggest
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
