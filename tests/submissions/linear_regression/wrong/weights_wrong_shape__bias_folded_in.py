# expect: weights-wrong-shape
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int):
        self.w = np.zeros(n_features + 1)  # <-- here
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        '''MSE = ||y_hat - y||^2 / n'''
        return np.linalg.norm(y_hat - y) ** 2 / y.size

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        """Plain batch gradient descent, everything written out."""
        losses = []
        for epoch in range(epochs):
            delta = (X * self.w).sum(axis=1) + self.b - y
            losses.append(float(np.square(delta).mean()))
            step_w = 2 * np.mean(X * delta[:, None], axis=0)
            step_b = 2 * np.mean(delta)
            self.w = self.w - lr * step_w
            self.b = self.b - lr * step_b
        return losses
