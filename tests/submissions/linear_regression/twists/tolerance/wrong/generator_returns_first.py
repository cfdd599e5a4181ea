# expect: fit-history-wrong-length
from __future__ import annotations
import math

import numpy as np


class LinearRegression:
    tol = 1e-4

    def __init__(self, n_features: int):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).sum() / y.size)

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return np.dot(X.T, r) * (2 / y.size), np.sum(r) * (2 / y.size)

    def _steps(self, X, y, lr, epochs):
        previous = math.inf
        for _ in range(epochs):
            y_hat = self.predict(X)
            current = self.compute_loss(y_hat, y)
            if previous - current < self.tol:
                return  # <-- here
            yield current  # <-- here
            previous = current
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000) -> list[float]:
        return list(self._steps(X, y, lr, epochs))
