# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.least = 1e-5  # <-- here

    def step(self, slopes, lr):
        if slopes is not None:
            self.w = self.w - lr * slopes[0]
            self.b = self.b - lr * slopes[1]

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * X.T @ error, 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, last, gain = [], None, self.least
        while gain >= self.least and len(losses) < epochs:
            self.step(last, lr)
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            gain = losses[-2] - losses[-1] if len(losses) > 1 else self.least
            last = self.compute_gradients(X, y, y_hat) if gain >= self.least else None
        self.step(last, lr)
        return losses
