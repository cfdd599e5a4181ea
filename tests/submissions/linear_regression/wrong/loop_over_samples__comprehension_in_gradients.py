# expect: loop-over-samples
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        contributions = np.array([X[i] * (y_hat[i] - y[i]) for i in range(n)])  # <-- here
        dw = 2 / n * contributions.sum(axis=0)
        db = 2 / n * np.sum(y_hat - y)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.empty(epochs)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses[t] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
            self.w = np.subtract(self.w, lr * dw)
            self.b = self.b - lr * db
        return losses.tolist()
