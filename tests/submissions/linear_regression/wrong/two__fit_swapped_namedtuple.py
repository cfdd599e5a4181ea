# expect: gradient-returned-swapped, fit-unpacks-swapped
from typing import NamedTuple

import numpy as np


class Grads(NamedTuple):
    bias: float
    weights: np.ndarray


class LinearRegression:
    """Linear regression, gradients travel in a named tuple."""

    def __init__(self, n_features: int):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat) -> Grads:
        e = (y_hat - y) * 2 / len(y)
        return Grads(bias=float(e.sum()), weights=e @ X)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            g = self.compute_gradients(X, y, y_hat)
            self.b = self.b - lr * g[0]  # <-- here
            self.w = self.w - lr * g[1]  # <-- here
        return losses
