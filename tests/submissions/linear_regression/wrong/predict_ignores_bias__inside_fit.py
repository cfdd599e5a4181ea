# expect: predict-ignores-bias
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            y_hat = X @ self.w  # <-- here
            error = y_hat - y
            losses.append(float(np.mean(error ** 2)))
            self.w = self.w - lr * (2 / n) * (X.T @ error)
            self.b = self.b - lr * (2 / n) * np.sum(error)
        return losses
