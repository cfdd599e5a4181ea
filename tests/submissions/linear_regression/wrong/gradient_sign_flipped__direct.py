# expect: gradient-sign-flipped
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y - y_hat  # <-- here
        dw = (2 / n) * (X.T @ error)  # <-- here
        db = (2 / n) * np.sum(error)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.empty(epochs)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses[t] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
            self.w = np.subtract(self.w, lr * dw)
            self.b = self.b - lr * db
        return losses.tolist()
