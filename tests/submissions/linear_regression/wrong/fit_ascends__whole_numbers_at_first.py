# expect: fit-ascends
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.array([0] * n_features)
        self.b = 0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * X.T @ e / len(e), 2 * e.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b + lr * db  # <-- here
        return losses
