# expect: fit-ignores-learning-rate
from functools import partial

import numpy as np


def stepped(value, slope, lr=0.01):
    return value - lr * slope


move = partial(stepped, lr=0.02)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return 2 / len(y) * X.T @ r, 2 * r.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = map(move, (self.w, self.b), (dw, db))
        return losses
