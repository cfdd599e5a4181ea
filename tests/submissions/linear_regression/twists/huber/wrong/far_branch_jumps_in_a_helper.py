# expect: loss-wrong-value
import numpy as np


def far(size):
    return size + 0.5  # <-- here


def near(size):
    return size**2 / 2


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def compute_loss(self, y_hat, y):
        size = np.abs(y_hat - y)
        out = near(size)
        out[size > 1] = far(size[size > 1])
        return float(out.mean())

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
