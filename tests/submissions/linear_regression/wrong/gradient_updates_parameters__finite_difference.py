# expect: gradient-updates-parameters
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        m = len(X)
        e = y_hat - y
        dw = 2 / m * np.matmul(e, X)
        db = 2 / m * e.sum()
        # compare with a numerical derivative
        h = 1e-3
        before = self.compute_loss(self.predict(X), y)
        self.b = self.b + h  # <-- here
        after = self.compute_loss(self.predict(X), y)
        self.last_numeric_db = (after - before) / h
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []

        def step():
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            return self.compute_loss(y_hat, y)

        while len(losses) < epochs:
            losses.append(step())
        return losses
