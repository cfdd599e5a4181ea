# expect: fit-steps-scaled
import numpy as np


def residuals(a, b):
    return a - b


def mean_of(values):
    return np.add.reduce(values) / values.shape[0]


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return self._score(X, self.w, self.b)

    def compute_loss(self, y_hat, y):
        r = residuals(y_hat, y)
        return float(mean_of(r * r))

    def compute_gradients(self, X, y, y_hat):
        r = residuals(y_hat, y)
        dw = 2 * np.dot(r, X) / r.shape[0]
        db = 2 * mean_of(r)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    @staticmethod
    def _score(X, w, b):
        return X.dot(w) + b

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        grads = self.compute_gradients(X, y, y_hat)
        self._step(lr, *grads)  # <-- here
        self._step(lr, *grads)  # <-- here
        return loss

    def _step(self, lr, dw, db):
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
