# expect: fit-ascends
import numpy as np


class _Core:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
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
            self.b += lr * db  # <-- here
        return losses


class LinearRegression:
    """Wraps the core and passes everything on."""

    def __init__(self, n_features):
        self.__dict__["_core"] = _Core(n_features)

    def __getattr__(self, name):
        return getattr(self.__dict__["_core"], name)

    def __setattr__(self, name, value):
        setattr(self.__dict__["_core"], name, value)
