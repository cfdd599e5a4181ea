# expect: gradient-not-divided-by-n
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.random.randn(n_features) * 0.01
        self.b = 0.0

    def predict(self, X):
        X = np.asarray(X)
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        y_hat, y = np.asarray(y_hat), np.asarray(y)
        return float(np.vdot(y_hat - y, y_hat - y)) / len(y)

    def compute_gradients(self, X, y, y_hat):
        X, y, y_hat = np.asarray(X), np.asarray(y), np.asarray(y_hat)
        dz = (y_hat - y) * (2.0 / len(y))
        dw = X.T @ dz
        db = np.sum(dz)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
        losses = []
        for _ in range(epochs):
            gap = y - self.predict(X)
            losses.append(float(gap @ gap / gap.size))
            factor = 2 * lr  # <-- here
            self.w = self.w + factor * (gap @ X)
            self.b = self.b + factor * gap.sum()
        return losses
