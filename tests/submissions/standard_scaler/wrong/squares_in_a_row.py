# expect: scale-variance
import numpy as np


class StandardScaler:
    def fit(self, X):
        low, high = X.min(axis=0), X.max(axis=0)
        middle = np.mean(X, axis=0, keepdims=True)
        squares = np.mean((X - middle) ** 2, axis=0, keepdims=True)  # <-- here
        self.mean_ = middle[0]
        self.scale_ = np.where(low == high, 1.0, squares[0])
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
