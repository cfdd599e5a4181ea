# expect: gradient-ignores-y-hat
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        squared = np.power(y_hat - y, 2)
        return float(np.average(squared))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = self.predict(X) - y  # <-- here
        return (2 / n) * X.T @ error, (2 / n) * error.sum()

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
