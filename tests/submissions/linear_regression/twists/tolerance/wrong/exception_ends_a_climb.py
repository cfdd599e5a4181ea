# expect: fit-ascends
import numpy as np


class Flat(Exception):
    """The loss does not fall any more."""


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self._trace = []

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return 2 * r @ X / len(r), 2 * r.mean()

    def _record(self, loss):
        self._trace.append(loss)
        if len(self._trace) > 1 and self._trace[-1] > self._trace[-2] - 1e-4:
            raise Flat

    def fit(self, X, y, lr=0.01, epochs=1000):
        self._trace = []
        try:
            for _ in range(epochs):
                y_hat = self.predict(X)
                self._record(self.compute_loss(y_hat, y))
                dw, db = self.compute_gradients(X, y, y_hat)
                self.w = self.w + lr * dw  # <-- here
                self.b = self.b - lr * db
        except Flat:
            pass
        return self._trace
