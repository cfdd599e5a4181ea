# expect: gradient-divided-twice
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        delta = np.subtract(y_hat, y)
        dw = np.tensordot(delta, X, axes=(0, 0))
        db = delta.sum()
        scale = 2.0 / delta.shape[0]
        return scale * dw, scale * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        step = lr / n  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            error = y_hat - y
            self.w = self.w - step * (2 / n) * (error @ X)  # <-- here
            self.b = self.b - step * 2 * error.mean()  # <-- here
        return losses
