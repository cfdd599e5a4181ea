# expect: loop-over-samples
import math

import numpy as np


@np.vectorize  # <-- here
def sigmoid(z):
    if z < 0:
        t = math.exp(z)
        return t / (1 + t)
    return 1 / (1 + math.exp(-z))


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return sigmoid(X @ self.w + self.b)

    def predict(self, X):
        return np.round(self.predict_proba(X)).astype(int)

    def compute_loss(self, p, y):
        n = len(y)
        tiny = 1e-8
        pos_term = y * np.log(p + tiny)
        neg_term = (1 - y) * np.log(1 - p + tiny)
        return -float(np.sum(pos_term + neg_term)) / n

    def compute_gradients(self, X, y, p):
        err = (p - y).reshape(-1, 1)
        dw = (err * X).mean(axis=0)
        db = err.mean()
        return dw, float(db)

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = [0.0] * epochs
        for epoch in range(epochs):
            p = self.predict_proba(X)
            losses[epoch] = self.compute_loss(p, y)
            gw, gb = self.compute_gradients(X, y, p)
            self.w += -lr * gw
            self.b += -lr * gb
        return losses
