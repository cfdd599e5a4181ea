# expect: pass
import functools

import numpy as np


def as_float(method):
    @functools.wraps(method)
    def wrapper(*args, **kwargs):
        return float(method(*args, **kwargs))
    return wrapper


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.shrink = functools.partial(np.multiply, 2.0 * alpha)

    def predict(self, X):
        return (X @ self.w[:, None]).ravel() + self.b

    @as_float
    def compute_loss(self, y_hat, y):
        # shrink(w) is 2 * alpha * w, so half of its product with w is alpha * |w|^2
        return np.mean((y_hat - y) ** 2) + 0.5 * self.shrink(self.w) @ self.w

    def compute_gradients(self, X, y, y_hat):
        error = (y_hat - y)[:, None]
        dw = (2 / len(X) * X.T @ error).ravel() + self.shrink(self.w)
        return dw, as_float(np.sum)(2 / len(X) * error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
