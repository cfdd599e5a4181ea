# expect: gradient-ignores-y-hat, gradient-sign-flipped
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        resid = y - (X @ self.w + self.b)  # <-- here
        return 2 * np.mean(X * resid[:, None], axis=0), 2 * resid.mean()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
        return loss
