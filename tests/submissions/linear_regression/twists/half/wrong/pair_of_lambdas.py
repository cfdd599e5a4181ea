# expect: twist-ignored
from typing import NamedTuple

import numpy as np


class Cost(NamedTuple):
    value: object
    slope: object


SQUARES = Cost(
    slope=lambda gaps: gaps / len(gaps),
    value=lambda gaps: float(gaps @ gaps / len(gaps)),  # <-- here
)


class LinearRegression:
    cost = SQUARES

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return self.cost.value(y_hat - y)

    def compute_gradients(self, X, y, y_hat):
        slope = self.cost.slope(y_hat - y)
        return slope @ X, float(slope.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
