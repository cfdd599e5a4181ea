# expect: pass, advice: fit-restarts
import numpy as np


class LinearRegression:
    """Weights `w`, intercept `b`."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros(self.n_features)
        self.b = np.float64(0)

    def predict(self, X):
        return self.b + X @ self.w

    def compute_loss(self, y_hat, y):
        return ((y_hat - y) ** 2).mean().item()

    def compute_gradients(self, X, y, y_hat):
        delta = 2 * (y_hat - y) / len(y)
        return delta @ X, delta.sum()

    def _reset(self):
        rng = np.random.default_rng(7)
        self.w = rng.normal(0.0, 0.01, self.n_features)  # <-- here
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        self._reset()
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
