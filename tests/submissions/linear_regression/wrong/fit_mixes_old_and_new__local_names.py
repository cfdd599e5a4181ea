# expect: fit-mixes-old-and-new
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
        err = y_hat - y
        return 2 / n * (X.T @ err), 2 / n * err.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        w, b = self.w.copy(), self.b
        n = len(y)
        for _ in range(epochs):
            r = X @ w + b - y
            losses.append(float(np.mean(r ** 2)))
            w -= lr * 2 / n * X.T @ r
            r = X @ w + b - y   # <-- here
            b -= lr * 2 / n * r.sum()
        self.w, self.b = w, b
        return losses
