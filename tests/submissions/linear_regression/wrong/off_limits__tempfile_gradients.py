# expect: off-limits
import tempfile

import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b

    def compute_loss(self, y_hat, y):
        n = y.shape[0]
        total = np.sum(np.power(y - y_hat, 2))
        return total / n

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        with tempfile.TemporaryFile() as scratch:  # <-- here
            np.save(scratch, error)
            scratch.seek(0)
            error = np.load(scratch)
        return 2 * X.T @ error / len(y), 2 * error.mean()

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
