# expect: loop-over-samples
from functools import reduce

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _sum(self, values):
        if len(values) < 2:
            return float(values[0]) if len(values) else 0.0
        half = len(values) // 2
        return self._sum(values[:half]) + self._sum(values[half:])  # <-- here

    def compute_loss(self, y_hat, y):
        return self._sum((y_hat - y) ** 2) / len(y)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * error @ X / len(y), 2 * float(error.mean())

    def _epoch(self, X, y, lr, losses, _):
        y_hat = self.predict(X)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return losses + [self.compute_loss(y_hat, y)]

    def fit(self, X, y, lr=0.01, epochs=1000):
        return reduce(lambda losses, k: self._epoch(X, y, lr, losses, k), range(epochs), [])
