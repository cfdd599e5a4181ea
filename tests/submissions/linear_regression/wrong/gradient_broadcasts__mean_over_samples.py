# expect: gradient-broadcasts
from __future__ import annotations

import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        target = np.atleast_2d(y).T
        err = np.mean(y_hat - target, axis=0)  # <-- here
        return 2 * err @ X / len(X), 2 * np.mean(err)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
