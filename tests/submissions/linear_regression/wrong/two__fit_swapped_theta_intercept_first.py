# expect: gradient-returned-swapped, fit-unpacks-swapped
import numpy as np


def design(X):
    return np.column_stack([np.ones(X.shape[0]), X])


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return design(X) @ np.concatenate(([self.b], self.w))

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / diff.size

    def compute_gradients(self, X, y, y_hat):
        g = 2.0 / len(y) * design(X).T @ (y_hat - y)
        return g[0], g[1:]  # <-- here

    def _move(self, g0, g, lr):  # <-- here
        self.b = self.b - lr * g0
        self.w = self.w - lr * g

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._move(*self.compute_gradients(X, y, y_hat), lr)  # <-- here
        return losses
