# expect: parameters-missing
"""One vector holds everything; w and b are windows onto it."""
import numpy as np


class LinearRegression:
    __slots__ = ("_theta",)

    def __init__(self, n_features):
        self._theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self._theta[:-1]

    @w.setter
    def w(self, value):
        self._theta = np.append(np.asarray(value, dtype=float), self._theta[-1])

    @property
    def b(self):
        return self._theta[-2]  # <-- here

    @b.setter
    def b(self, value):
        self._theta[-1] = value

    def predict(self, X):
        return X @ self._theta[:-1] + self._theta[-1]

    def compute_loss(self, y_hat, y):
        r = np.asarray(y_hat, float) - y
        return float(r @ r) / r.size

    def _packed(self, X, r):
        return np.append(r @ X, r.sum()) * (2.0 / r.size)

    def compute_gradients(self, X, y, y_hat):
        g = self._packed(X, np.asarray(y_hat, float) - y)
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            r = self.predict(X) - y
            losses.append(float(r @ r) / r.size)
            self._theta = self._theta - lr * self._packed(X, r)
        return losses
