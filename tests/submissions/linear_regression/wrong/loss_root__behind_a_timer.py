# expect: loss-root
import functools
import time

import numpy as np


def timed(function):
    @functools.wraps(function)
    def inner(*args):
        begin = time.perf_counter()
        answer = function(*args)
        inner.seconds = time.perf_counter() - begin
        return answer

    return inner


@timed
def rmse(guess, target):
    return float(np.sqrt(np.mean((guess - target) ** 2)))  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return rmse(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * error @ X / len(y), 2 * float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(np.mean((y_hat - y) ** 2)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
