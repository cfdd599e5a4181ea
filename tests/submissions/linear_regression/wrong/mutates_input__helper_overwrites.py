# expect: mutates-input
import numpy as np


def residual(a, b):
    """a - b"""
    a[:] = a - b  # <-- here
    return a

class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features, scale=1e-3):
        self.w = scale * np.ones(n_features)
        self.b = 0.

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def compute_gradients(self, X, y, y_hat):
        r = residual(y_hat, y)  # <-- here
        return 2 * (r @ X) / r.size, 2 * r.mean()
