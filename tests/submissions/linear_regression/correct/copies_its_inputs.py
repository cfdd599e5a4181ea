# expect: pass
import copy

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        X = copy.deepcopy(X)
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        e = np.array(y_hat, dtype=np.float64, copy=True)
        e -= y
        e *= e
        return float(e.mean())

    def compute_gradients(self, X, y, y_hat):
        X, y, y_hat = map(copy.copy, (X, y, y_hat))
        e = np.array(y_hat, dtype=float)
        e -= y
        e *= 2
        e /= len(e)
        return X.T @ e, e.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        X, y = copy.deepcopy((X, y))
        before = copy.deepcopy({"w": self.w, "b": self.b})
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        self.before = before
        return copy.deepcopy(losses)
