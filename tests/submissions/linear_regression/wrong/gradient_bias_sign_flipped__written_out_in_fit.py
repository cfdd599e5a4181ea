# expect: gradient-bias-sign-flipped|fit-ascends
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradient of the MSE with respect to w and to b."""
        m = X.shape[0]
        residual = y_hat - y
        grad_w = residual @ X
        grad_b = residual.sum()
        return 2 * grad_w / m, 2 * grad_b / m

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(X)
        losses = []
        for _ in range(epochs):
            p = self.predict(X)
            losses.append(self.compute_loss(p, y))
            dw = X.T @ (p - y) * 2 / n
            db = np.sum(y - p) * 2 / n  # <-- here
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
