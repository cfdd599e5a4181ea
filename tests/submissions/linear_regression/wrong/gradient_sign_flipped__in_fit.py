# expect: gradient-sign-flipped|fit-ascends
# Linear regression from scratch

import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        delta = np.subtract(y_hat, y)
        dw = np.tensordot(delta, X, axes=(0, 0))
        db = delta.sum()
        scale = 2.0 / delta.shape[0]
        return scale * dw, scale * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            error = y - y_hat  # <-- here
            losses.append(self.compute_loss(y_hat, y))
            self.w = self.w - lr * (2 / n) * (X.T @ error)  # <-- here
            self.b = self.b - lr * (2 / n) * np.sum(error)  # <-- here
        return losses
