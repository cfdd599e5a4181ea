# expect: gradient-weights-missing-factor-two
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        n_samples = X.shape[0]
        d_loss = 2 * (y_hat - y) / n_samples  # dL/dy_hat
        return [np.dot(X.T, d_loss), float(np.sum(d_loss))]

    def fit(self, X, y, lr=0.01, epochs=1000):
        n_samples, n_features = X.shape
        losses = []
        for _ in range(epochs):
            y_pred = self.predict(X)
            losses.append(self.compute_loss(y_pred, y))
            gw = np.matmul(y_pred - y, X) / n_samples  # <-- here
            gb = 2 * np.mean(y_pred - y)
            self.w = self.w - lr * gw
            self.b = self.b - lr * gb
        return losses
