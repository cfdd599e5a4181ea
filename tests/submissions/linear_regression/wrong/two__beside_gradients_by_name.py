# expect: predict-elementwise, loss-not-squared, fit-bias-not-updated
from typing import NamedTuple

import numpy as np


class Slopes(NamedTuple):
    of_w: np.ndarray
    of_b: float


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X * self.w + self.b  # <-- here

    def compute_loss(self, y_hat, y):
        return float(np.mean(y_hat - y))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        error = 2 / len(y) * (y_hat - y)
        return Slopes(error @ X, float(error.sum()))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            slopes = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * slopes.of_w  # <-- here
        return losses
