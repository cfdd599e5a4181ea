# expect: loss-halved, gradient-missing-factor-two, loop-over-samples
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        total = 0.0
        for p, t in zip(y_hat, y):  # <-- here
            total += (p - t) ** 2
        return float(total) / (2 * len(y))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        m = len(y)
        e = y_hat - y
        return X.T.dot(e) / m, e.sum() / m  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        loss_history = []
        for _ in range(epochs):
            # forward
            y_hat = self.predict(X)
            loss_history.append(float(self.compute_loss(y_hat, y)))
            # backward
            step_w, step_b = (lr * g for g in self.compute_gradients(X, y, y_hat))
            # update
            self.w = self.w - step_w
            self.b = self.b - step_b
        return loss_history
