# expect: loss-wrong-value
import numpy as np


def near(r):
    return r * r  # <-- here


def far(r):
    return np.abs(r) - 0.5


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(np.where(np.abs(r) <= 1, near(r), far(r)).mean())

    def predict(self, X):
        return X @ self.w + self.b

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        g = np.clip(y_hat - y, -1, 1)
        return X.T @ g / n, float(np.sum(g)) / n

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
