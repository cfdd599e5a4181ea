# expect: gradient-weights-not-divided-by-n
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        squared = np.power(y_hat - y, 2)
        return float(np.average(squared))

    def compute_gradients(self, X, y, y_hat):
        scaled = 2.0 * (y_hat - y) / y.size
        return np.einsum("ij,i->j", X, scaled), scaled.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(X)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            err = y_hat - y
            losses.append(self.compute_loss(y_hat, y))
            self.w = self.w - lr * 2 * X.T.dot(err)  # <-- here
            self.b = self.b - lr * (2 / n) * err.sum()
        return losses
