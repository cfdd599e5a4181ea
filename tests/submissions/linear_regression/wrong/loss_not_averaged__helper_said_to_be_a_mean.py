# expect: loss-not-averaged
import numpy as np


def gap(y_hat, y):
    return y_hat - y


def squared(r, scale=1.0):
    """Mean of the squares."""
    return float(r @ r)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return squared(gap(y_hat, y), scale=1.0)

    def compute_gradients(self, X, y, y_hat):
        r = 2 * gap(y_hat, y) / len(y)
        return X.T @ r, r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
