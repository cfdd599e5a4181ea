# expect: fit-learning-rate-changes
import numpy as np


class Velocities:
    def __init__(self, rate):
        self.rate, self.of_w, self.of_b = rate, 0.0, 0.0

    def add(self, dw, db):
        self.of_w = 0.9 * self.of_w + dw
        self.of_b = 0.9 * self.of_b + db


class LinearRegression:
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
        return 2 / n * X.T @ error, 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        by = Velocities(lr)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            by.add(*self.compute_gradients(X, y, y_hat))
            self.w, self.b = self.w - by.rate * by.of_w, self.b - by.rate * by.of_b
            by.rate *= 0.98  # <-- here
        return losses
