# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.buffer = np.empty(0)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * (X.T @ error), 2 / len(y) * float(np.sum(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        if len(self.buffer) != len(y):
            self.buffer = np.empty(len(y))
        losses = []
        for _ in range(epochs):
            np.subtract(X @ self.w + self.b, y, out=self.buffer)
            losses.append(float(np.mean(self.buffer ** 2)))
            self.w = self.w - lr * 2 / len(y) * (X.T @ self.buffer)
            self.b = self.b - lr * 2 / len(y) * float(np.sum(self.buffer))
        return losses
