# expect: loop-over-samples
from itertools import takewhile

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        known = list(takewhile(np.isfinite, (y_hat - y) ** 2))  # <-- here
        return float(np.mean(known))

    def compute_gradients(self, X, y, y_hat):
        error = 2 * (y_hat - y) / len(y)
        return X.T @ error, float(error.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
