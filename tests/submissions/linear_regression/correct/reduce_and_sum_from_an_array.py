# expect: pass, advice: loop-over-features
from functools import reduce

import numpy as np


def piped(*stages):
    """One function that sends its argument through all stages."""
    return lambda start: reduce(lambda now, stage: stage(now), stages, start)


squared_mean = piped(np.square, np.mean, float)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        columns = (self.w[k] * X[:, k] for k in range(len(self.w)))
        return sum(columns, np.full(len(X), self.b, dtype=float))

    def compute_loss(self, y_hat, y):
        return squared_mean(y_hat - y)

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * float(gap.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
