# expect: gradient-not-divided-by-n
import numpy as np


class GradientMixin:
    def _residual(self, y_hat, y):
        return np.subtract(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        r = self._residual(y_hat, y)
        gw = np.tensordot(X, r, axes=(0, 0))
        gw *= 2.0  # <-- here
        gb = 2.0 * np.sum(r)  # <-- here
        return gw, gb


class LinearRegression(GradientMixin):
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        squared = np.power(y_hat - y, 2)
        return float(np.average(squared))

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
        return loss
