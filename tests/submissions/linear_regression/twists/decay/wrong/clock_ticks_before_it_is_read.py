# expect: fit-learning-rate-changes
import numpy as np


class Clock:
    def __init__(self, first):
        self.first = first
        self.ticks = 0

    def rate(self):
        self.ticks += 1  # <-- here
        return self.first / (1 + 0.1 * self.ticks)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * X.T @ e / len(y), 2 * e.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        clock = Clock(lr)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            now = clock.rate()
            self.w = self.w - now * dw
            self.b = self.b - now * db
        return losses
