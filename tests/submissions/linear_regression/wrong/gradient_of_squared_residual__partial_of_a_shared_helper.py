# expect: gradient-of-squared-residual
from functools import partial

import numpy as np


def power_of_residual(p, y_hat, y):
    return (y_hat - y) ** p


squared = partial(power_of_residual, 2)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(squared(y_hat, y).mean())

    def compute_gradients(self, X, y, y_hat):
        r = squared(y_hat, y)  # <-- here
        return 2 / len(y) * X.T @ r, 2 * r.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
