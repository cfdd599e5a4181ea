# expect: gradient-divided-by-features
# Linear regression from scratch

import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        A = np.column_stack([X, np.ones(len(X))])
        g = A.T @ (y_hat - y) * (2 / len(X))
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        m = len(X[0])  # <-- here
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            diff = y_hat - y
            self.w = self.w - lr * 2 * np.dot(diff, X) / m
            self.b = self.b - lr * 2 * np.sum(diff) / m
        return losses
