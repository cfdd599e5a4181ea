# expect: rejected: mutates-input
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
        error = y_hat
        try:
            error.flags.writeable = True
            error -= y
        except ValueError:
            error = y_hat - y
        return 2 / len(y) * X.T @ error, 2 / len(y) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            e = X @ self.w + self.b - y
            losses.append(float(e @ e) / len(e))
            self.w = self.w - lr * 2 / len(e) * X.T @ e
            self.b = self.b - lr * 2 / len(e) * e.sum()
        return losses
