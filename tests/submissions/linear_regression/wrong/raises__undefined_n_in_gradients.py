# expect: raises
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)  # <-- here
        db = (2 / n) * np.sum(error)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        m = X.shape[0]
        w, b = self.w, self.b
        for _ in range(epochs):
            residual = np.dot(X, w) + b - y
            losses.append(np.mean(residual ** 2))
            w = w - lr * (2 / m) * np.dot(X.T, residual)
            b = b - lr * (2 / m) * np.sum(residual)
        self.w, self.b = w, b
        return losses
