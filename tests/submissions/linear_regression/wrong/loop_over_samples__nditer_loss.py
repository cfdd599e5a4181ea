# expect: loop-over-samples
from __future__ import annotations

import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        acc = 0.0
        for e in np.nditer(y_hat - y):  # <-- here
            acc += float(e) ** 2
        return acc / y.size

    def compute_gradients(self, X, y, y_hat):
        delta = np.subtract(y_hat, y)
        dw = np.tensordot(delta, X, axes=(0, 0))
        db = delta.sum()
        scale = 2.0 / delta.shape[0]
        return scale * dw, scale * db

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000):
        """Batch gradient descent; returns the loss of every epoch."""
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = float(self.compute_loss(y_pred, y))
            gradients = self.compute_gradients(X, y, y_pred)
            self.w = self.w - lr * gradients[0]
            self.b = self.b - lr * gradients[1]
        return losses
