# expect: fit-wrong-value
import numpy as np


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
        was_w, was_b = self.w, self.b
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            new_w = self.w + 0.5 * (self.w - was_w) - lr * dw  # <-- here
            new_b = self.b + 0.9 * (self.b - was_b) - lr * db
            was_w, was_b = self.w, self.b
            self.w, self.b = new_w, new_b
        return losses
