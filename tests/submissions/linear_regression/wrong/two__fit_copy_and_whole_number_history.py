# expect: fit-updates-a-copy, fit-history-wrong-value
import numpy as np


def mse(y_hat, y):
    return float(np.mean((y_hat - y) ** 2))


def mse_gradients(X, y, y_hat):
    err = y_hat - y
    n = err.shape[0]
    return 2 / n * (X.T @ err), 2 / n * err.sum()


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return mse(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        return mse_gradients(X, y, y_hat)

    def fit(self, X, y, lr=0.01, epochs=1000):
        w, b = self.w.copy(), self.b  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = X @ w + b
            losses.append(round(mse(y_hat, y)))  # <-- here
            dw, db = mse_gradients(X, y, y_hat)
            w = w - lr * dw  # <-- here
            b = b - lr * db  # <-- here
        return losses
