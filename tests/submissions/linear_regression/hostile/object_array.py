# expect: rejected: predict-wrong-shape|predict-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X @ self.w + self.b).astype(str)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        n = len(y)
        for _ in range(epochs):
            e = X @ self.w + self.b - y
            losses.append(float(np.mean(e ** 2)))
            self.w = self.w - lr * 2 / n * (X.T @ e)
            self.b = self.b - lr * 2 / n * e.sum()
        return losses
