# expect: quadratic-memory
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
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        K = X @ X.T  # <-- here
        f = self.predict(X)
        alpha = np.zeros(n)
        b = self.b
        losses = []
        for _ in range(epochs):
            e = f - y
            losses.append(float(np.mean(e ** 2)))
            step = lr * 2 / n * e
            alpha = alpha - step
            b = b - step.sum()
            f = f - K @ step - step.sum()
        self.w = self.w + X.T @ alpha
        self.b = b
        return losses
