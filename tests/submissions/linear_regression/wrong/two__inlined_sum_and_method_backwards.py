# expect: gradient-sign-flipped, gradient-not-divided-by-n
# Linear regression from scratch

import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y - y_hat  # <-- here
        return 2 / n * (error @ X), 2 / n * error.sum()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            error = y_hat - y
            self.w = self.w - lr * 2 * X.T @ error  # <-- here
            self.b = self.b - lr * 2 * error.sum()  # <-- here
        return losses
