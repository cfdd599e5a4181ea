# expect: gradient-broadcasts
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        err = y - y_hat
        return -2 * X.T.dot(err) / err.size, -2 * err.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            error = y_hat[:, None] - y  # <-- here
            self.w = self.w - lr * (2 / n) * np.mean(X.T @ error, axis=1)
            self.b = self.b - lr * 2 * np.mean(error)
        return losses
