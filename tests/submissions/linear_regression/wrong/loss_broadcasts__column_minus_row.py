# expect: loss-broadcasts
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y.reshape(-1, 1)) ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = self.compute_loss(y_pred, y)
            if verbose and i % 100 == 0:
                print(f"epoch {i}: loss {losses[i]:.5f}")
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
