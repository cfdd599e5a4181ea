# expect: gradient-missing-transpose, gradient-not-divided-by-n
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).sum() / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X @ error, 2 * error.sum()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
        return loss
