# expect: predict-ignores-bias
import functools
import time

import numpy as np


def measured(function):
    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        since = time.perf_counter()
        try:
            return function(self, *args, **kwargs)
        finally:
            self.seconds[function.__name__] = time.perf_counter() - since

    return wrapper


def converted(function):
    @functools.wraps(function)
    def inner(self, *args, **kwargs):
        return function(self, *map(np.asarray, args), **{k: np.asarray(v) for k, v in kwargs.items()})

    return inner


class LinearRegression:
    def __init__(self, n_features):
        self.seconds = {}
        self.w = np.zeros(n_features)
        self.b = 0.0

    @measured
    @converted
    def predict(self, X):
        return X @ self.w  # <-- here

    @measured
    @converted
    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    @measured
    @converted
    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.sum() / len(y)

    @measured
    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
