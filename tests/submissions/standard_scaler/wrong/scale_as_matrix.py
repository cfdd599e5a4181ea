# expect: statistics-wrong-shape
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        s = X.std(axis=0)
        s[np.ptp(X, axis=0) == 0] = 1.0
        self.scale_ = np.diag(s)  # <-- here
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X
