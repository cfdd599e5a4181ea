# expect: gradient-bias-missing-factor-two
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        A = np.column_stack([X, np.ones(len(X))])
        g = A.T @ (y_hat - y) * (2 / len(X))
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = list()
        n = y.size
        for epoch in range(epochs):
            error = self.predict(X) - y
            losses.append(float(error @ error / n))
            self.w = self.w - lr * (2 / n) * (X.T @ error)
            self.b = self.b - lr * (1 / n) * error.sum()  # <-- here
        return losses
