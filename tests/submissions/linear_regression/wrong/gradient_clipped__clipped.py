# expect: gradient-clipped
from __future__ import annotations

import numpy as np


LIMIT = 0.05


def clip(g):
    return np.clip(g, -LIMIT, LIMIT)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).sum() / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        dw = 2 * np.mean(X * err[:, None], axis=0)
        db = 2 * np.mean(err)
        return clip(dw), clip(db)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        record = losses.append
        for _ in range(epochs):
            prediction = self.predict(X)
            record(self.compute_loss(prediction, y))
            grads = dict(zip(("w", "b"), self.compute_gradients(X, y, prediction)))
            for name, grad in grads.items():
                setattr(self, name, getattr(self, name) - lr * grad)
        return losses
