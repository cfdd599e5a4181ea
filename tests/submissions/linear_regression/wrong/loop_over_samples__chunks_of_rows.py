# expect: loop-over-samples
# Linear regression from scratch

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        out = np.empty(len(X))
        for start in range(0, len(X), 16):  # <-- here
            block = slice(start, start + 16)
            out[block] = X[block] @ self.w + self.b
        return out

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        A = np.column_stack([X, np.ones(len(X))])
        g = A.T @ (y_hat - y) * (2 / len(X))
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
