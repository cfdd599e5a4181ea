# expect: fit-has-momentum
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
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        vw, vb = np.zeros_like(self.w), 0.0
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            ahead = X @ (self.w + 0.9 * vw) + self.b + 0.9 * vb  # <-- here
            dw, db = self.compute_gradients(X, y, ahead)  # <-- here
            vw, vb = 0.9 * vw - lr * dw, 0.9 * vb - lr * db  # <-- here
            self.w = self.w + vw  # <-- here
            self.b = self.b + vb  # <-- here
        return losses
