# expect: gradient-returned-swapped, fit-unpacks-swapped
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        gw = 2 * np.mean(X * r[:, None], axis=0)
        gb = 2 * np.mean(r)
        return (gb, gw)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            gb, gw = self.compute_gradients(X, y, y_hat)  # <-- here
            self.b = self.b - lr * gb
            self.w = self.w - lr * gw
        return losses
