# expect: pass, advice: fit-restarts
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        a = np.abs(r)
        beyond = np.maximum(a - 1, 0)
        return float(np.mean((r * r - beyond ** 2) / 2))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        s = r / np.maximum(1, np.abs(r))
        return np.dot(s, X) / len(y), s.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        rng = np.random.default_rng(0)
        self.w = rng.normal(scale=0.01, size=X.shape[1])  # <-- here
        self.b = 0.0
        losses = []
        for _ in range(epochs):
            guess = X @ self.w + self.b
            losses.append(self.compute_loss(guess, y))
            s = np.clip(guess - y, -1, 1)
            self.w -= lr * X.T @ s / len(y)
            self.b -= lr * np.mean(s)
        return losses
