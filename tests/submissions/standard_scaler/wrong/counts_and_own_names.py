# expect: parameters-missing
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.rows, self.columns = X.shape
        self.fitted = True
        self.offset = X.sum(axis=0) / self.rows  # <-- here
        spread = np.sqrt(((X - self.offset) ** 2).sum(axis=0) / self.rows)
        self.factor = np.where((X == X[0]).all(axis=0), 1.0, spread)
        return self

    def transform(self, X):
        assert self.fitted
        return (X - self.offset) / self.factor

    def inverse_transform(self, Z):
        return Z * self.factor + self.offset
