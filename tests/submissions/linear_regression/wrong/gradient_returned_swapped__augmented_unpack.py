# expect: gradient-returned-swapped
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        A = np.column_stack([np.ones(len(X)), X])
        g = 2 * A.T @ (y_hat - y) / len(X)
        return g[0], g[1:]  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
        return loss
