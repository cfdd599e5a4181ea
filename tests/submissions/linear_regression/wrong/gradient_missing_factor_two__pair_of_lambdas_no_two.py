# expect: gradient-missing-factor-two
from typing import NamedTuple

import numpy as np


class Loss(NamedTuple):
    value: object
    slope: object


SQUARED = Loss(
    value=lambda e: np.mean(e * e),
    slope=lambda e: e / len(e),  # <-- here
)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(SQUARED.value(y_hat - y))

    def compute_gradients(self, X, y, y_hat):
        s = SQUARED.slope(y_hat - y)
        return X.T @ s, s.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
