# expect: gradient-weights-missing-factor-two
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

    def fit(self, X, y, lr=0.01, epochs=1000):
        column = self.w[:, None]
        losses = []
        for _ in range(epochs):
            error = X @ column + self.b - y[:, None]
            losses.append(float(np.mean(error ** 2)))
            column = column - lr * (X.T @ error) / len(y)  # <-- here
            self.b = self.b - lr * 2 * float(error.mean())
        self.w = column.ravel()
        return losses
