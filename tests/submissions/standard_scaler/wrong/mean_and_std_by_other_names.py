# expect: parameters-missing
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean = X.mean(axis=0)  # <-- here
        self.std = X.std(axis=0)
        self.std[np.ptp(X, axis=0) == 0] = 1
        return self

    def transform(self, X):
        return (X - self.mean) / self.std

    def inverse_transform(self, Z):
        return Z * self.std + self.mean
