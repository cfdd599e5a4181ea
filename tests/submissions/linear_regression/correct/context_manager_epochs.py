# expect: pass
from contextlib import ExitStack, contextmanager, suppress

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
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.sum() / len(y)

    @contextmanager
    def _epoch(self, X, y, lr, losses):
        y_hat = self.predict(X)
        losses.append(self.compute_loss(y_hat, y))
        yield self.compute_gradients(X, y, y_hat)
        with suppress(AttributeError):
            del self.scratch

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        with ExitStack() as stack:
            stack.callback(lambda: setattr(self, "fitted", True))
            for _ in range(epochs):
                with self._epoch(X, y, lr, losses) as (dw, db):
                    self.scratch = lr * dw
                    self.w = self.w - self.scratch
                    self.b = self.b - lr * db
        return losses
