# expect: parameters-missing
import numpy as np


def design(X):
    return np.column_stack((np.ones(len(X)), X))


class LinearRegression:
    def __init__(self, n_features):
        self._beta = np.zeros(1 + n_features)

    def _get_w(self):
        return self._beta[1:].copy()

    def _set_w(self, w):
        self._beta[1:] = w

    def _get_b(self):
        return float(self._beta[0.5])  # <-- here

    def _set_b(self, b):
        self._beta[0] = b

    w = property(_get_w, _set_w, doc="slopes")
    b = property(_get_b, _set_b, doc="intercept")

    def predict(self, X):
        return design(X) @ self._beta

    def compute_loss(self, y_hat, y):
        return np.mean(np.abs(y_hat - y) ** 2).item()

    def compute_gradients(self, X, y, y_hat):
        g = (design(X).T @ (y_hat - y)) * (2 / len(X))
        return g[1:], g[0]

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return history
