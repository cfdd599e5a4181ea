# expect: gradient-sign-flipped, fit-ascends
import numpy as np


class LinearRegression:
    """`compute_gradients` gives the direction of descent."""

    def __init__(self, n_features):
        self.w = 1e-3 * np.random.default_rng(5).standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).sum() / len(y))

    def compute_gradients(self, X, y, y_hat):
        delta = 2 * (y_hat - y) / len(y)
        return -(delta @ X), -delta.sum()  # <-- here

    def _walk(self, direction, lr):
        self.w = self.w + lr * direction[0]  # <-- here
        self.b = self.b + lr * direction[1]  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._walk(self.compute_gradients(X, y, y_hat), lr)
        return losses
