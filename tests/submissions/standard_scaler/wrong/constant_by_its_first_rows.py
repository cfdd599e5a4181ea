# expect: statistics-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        deviation = np.std(X, axis=0)
        head = X[:5]
        deviation[(head == head[0]).all(axis=0)] = 1.0  # <-- here
        self.scale_ = deviation
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
