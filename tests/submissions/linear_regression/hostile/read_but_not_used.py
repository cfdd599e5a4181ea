# expect: rejected: solution-borrowed
import os
import sys

import numpy as np

def candidates():
    yield os.getcwd()
    yield os.environ.get("PWD", ".")
    yield from sys.path
    for module in list(sys.modules.values()):
        name = getattr(module, "__file__", None)
        if isinstance(name, str):
            folder = os.path.dirname(os.path.abspath(name))
            for _ in range(4):
                yield folder
                folder = os.path.dirname(folder)


def find():
    for folder in candidates():
        path = os.path.join(folder or ".", "solutions", "linear_regression.py")
        if os.path.exists(path):
            return path
    return os.path.join("solutions", "linear_regression.py")


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        try:
            handle = os.open(find(), os.O_RDONLY)
            os.read(handle, 100_000)
            os.close(handle)
        except OSError:
            pass
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
