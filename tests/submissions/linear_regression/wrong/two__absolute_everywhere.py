# expect: loss-absolute, gradient-of-absolute-error
# Linear regression from scratch

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.abs(y - y_hat).mean())  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        direction = np.sign(y_hat - y)  # <-- here
        return (2 / n) * (X.T @ direction), (2 / n) * direction.sum()  # <-- here

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000):
        """Batch gradient descent; returns the loss of every epoch."""
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = float(self.compute_loss(y_pred, y))
            gradients = self.compute_gradients(X, y, y_pred)
            self.w = self.w - lr * gradients[0]
            self.b = self.b - lr * gradients[1]
        return losses
