# expect: pass
import functools

import numpy as np


def _affine(self, X, *, factor):
    return X @ (factor * self.w) + factor * self.b


def _power_loss(self, y_hat, y, power=2):
    return float(np.mean((y_hat - y) ** power))


def _run(self, X, y, lr=0.01, epochs=1000, record=True):
    losses = []
    for _ in range(epochs):
        y_hat = self.predict(X)
        if record:
            losses.append(self.compute_loss(y_hat, y))
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
    return losses


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    predict = functools.partialmethod(_affine, factor=1)
    compute_loss = functools.partialmethod(_power_loss)
    fit = functools.partialmethod(_run, record=True)

    @property
    def compute_gradients(self):
        def gradients(X, y, y_hat):
            error = y_hat - y
            return 2 * X.T @ error / len(y), 2 * error.mean()

        return gradients
