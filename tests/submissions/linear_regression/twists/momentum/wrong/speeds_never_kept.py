# expect: twist-ignored
import numpy as np


class Heavy:
    def __init__(self, rate, kept=0.9):
        self.rate, self.kept = rate, kept
        self.speeds = {}

    def moved(self, name, value, slope):
        speed = self.speeds.get(name, 0.0)  # <-- here
        speed = self.kept * speed + slope  # <-- here
        return value - self.rate * speed  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(gap), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, heavy = [], Heavy(lr)
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = heavy.moved("w", self.w, dw)
            self.b = heavy.moved("b", self.b, db)
        return losses
