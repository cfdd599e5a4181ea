# expect: statistics-wrong-value
import numpy as np


def width(column):
    return 0.5 if column.max() == column.min() else float(column.std())  # <-- here


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.array([width(column) for column in X.T])
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
