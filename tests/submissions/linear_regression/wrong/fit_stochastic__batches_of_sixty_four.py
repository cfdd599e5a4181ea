# expect: fit-stochastic
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
        error = y_hat - y
        return 2 * error @ X / len(y), 2 * float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000, size=64):  # <-- here
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            for at in range(0, len(y), size):  # <-- here
                rows = slice(at, at + size)  # <-- here
                dw, db = self.compute_gradients(X[rows], y[rows], self.predict(X[rows]))  # <-- here
                self.w = self.w - lr * dw  # <-- here
                self.b = self.b - lr * db  # <-- here
        return losses
