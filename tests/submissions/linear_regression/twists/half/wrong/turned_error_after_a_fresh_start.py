# expect: gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2)) / 2

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return X.T @ error / n, error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.w, self.b = np.full(X.shape[1], 0.02), 0.1
        losses = []
        for _ in range(epochs):
            error = y - self.predict(X)  # <-- here
            losses.append(float(error @ error) / len(y) / 2)
            self.w = self.w - lr * (X.T @ error) / len(y)
            self.b = self.b - lr * float(error.mean())
        return losses
