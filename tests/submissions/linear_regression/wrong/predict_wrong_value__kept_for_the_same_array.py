# expect: predict-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.seen = None
        self.y_hat = None

    def predict(self, X):
        if X is not self.seen:
            self.seen, self.y_hat = X, X @ self.w + self.b  # <-- here
        return self.y_hat

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * (X.T @ error), 2 / len(y) * float(np.sum(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            losses.append(float(np.mean(error ** 2)))
            self.w = self.w - lr * 2 / len(y) * (X.T @ error)
            self.b = self.b - lr * 2 / len(y) * float(np.sum(error))
        return losses
