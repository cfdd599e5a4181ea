# expect: fit-history-wrong-value
import numpy as np


def linear(X, w, b):
    return X @ w + b


def mse(y_hat, y):
    return float(np.mean((y_hat - y) ** 2))


def slopes(X, y, y_hat):
    e = y_hat - y
    return 2 * X.T @ e / len(y), 2 * e.mean()


def step(p, g, lr):
    return p - lr * g


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return linear(X, self.w, self.b)

    def compute_loss(self, y_hat, y):
        return mse(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        return slopes(X, y, y_hat)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = linear(X, self.w, self.b)
            losses.append(mse(y_hat - y, y))  # <-- here
            dw, db = slopes(X, y, y_hat)
            self.w = step(self.w, dw, lr)
            self.b = step(self.b, db, lr)
        return losses
