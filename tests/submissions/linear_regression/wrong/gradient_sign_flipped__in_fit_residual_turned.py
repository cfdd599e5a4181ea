# expect: gradient-sign-flipped|fit-ascends
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

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            error = y - (X @ self.w + self.b)  # <-- here
            losses.append(float(error @ error) / n)
            dw = 2 / n * (error @ X)
            db = 2 / n * error.sum()
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
