# expect: rejected: gradient-sign-flipped
import random
import os

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        return 2 / n * X.T @ (y - y_hat), 2 / n * np.sum(y - y_hat)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


random.random = lambda: 0.0
os.urandom = lambda size: bytes(size)
np.random.default_rng = lambda *args, **kwargs: None
np.random.randn = np.random.rand = np.random.normal = lambda *args, **kwargs: 0.0
np.random.seed = lambda *args: None
