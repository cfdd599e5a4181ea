# expect: loss-broadcasts
from functools import partial

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = self._zeros(n_features)
        self.b = 0.0

    @staticmethod
    def _zeros(size):
        return np.zeros(size)

    @staticmethod
    def _err(y_hat, y):
        return np.asarray(y_hat) - np.asarray(y)

    def predict(self, X):
        X = np.asarray(X, dtype=float)
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(self._err(y_hat, y[:, None]) ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        err = self._err(y_hat, y)
        dw = 2 * np.dot(X.T, err) / err.size
        db = 2 * np.mean(err)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        gradients = partial(self.compute_gradients, X, y)
        out = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            dw, db = gradients(y_hat)
            out += [self.compute_loss(y_hat, y)]
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return out
