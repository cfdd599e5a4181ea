# expect: fit-does-not-converge|fit-wrong-value
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

    def fit(self, X, y, lr=0.01, epochs=1000, keep=0.5):
        rng = np.random.default_rng()
        self.w = 0.01 * rng.standard_normal(X.shape[1])
        self.b = 0.0
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = keep * self.w - lr * dw  # <-- here
            self.b = keep * self.b - lr * db  # <-- here
        return losses
