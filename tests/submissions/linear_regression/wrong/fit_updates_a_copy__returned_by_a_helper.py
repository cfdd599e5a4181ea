# expect: fit-updates-a-copy
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _step(self, w, b, X, y, lr):
        dw, db = self.compute_gradients(X, y, X @ w + b)
        return w - lr * dw, b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        w, b = self.w, self.b
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(X @ w + b, y))
            w, b = self._step(w, b, X, y, lr)  # <-- here
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))
