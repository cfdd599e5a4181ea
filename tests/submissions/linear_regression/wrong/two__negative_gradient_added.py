# expect: gradient-sign-flipped, fit-ascends
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        """Direction of steepest descent."""
        n = len(X)
        r = y - y_hat  # <-- here
        return 2 * r @ X / n, 2 * r.sum() / n  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            down_w, down_b = self.compute_gradients(X, y, y_hat)
            self.w = self.w + lr * down_w  # <-- here
            self.b = self.b + lr * down_b  # <-- here
        return losses
