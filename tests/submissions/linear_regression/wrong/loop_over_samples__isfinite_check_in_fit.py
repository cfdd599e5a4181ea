# expect: loop-over-samples
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        err = y - y_hat
        return -2 * X.T.dot(err) / err.size, -2 * err.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        if not all(np.isfinite(t) for t in y):  # <-- here
            raise ValueError("y has missing values")
        n = X.shape[0]
        losses = []
        for _ in range(epochs):
            e = self.predict(X) - y
            losses.append(float(e @ e) / n)
            self.w = self.w - lr * 2 * (e @ X) / n
            self.b = self.b - lr * 2 * e.mean()
        return losses
