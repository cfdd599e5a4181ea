# expect: gradient-weights-not-divided-by-n, gradient-bias-missing-factor-two
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        delta = np.subtract(y_hat, y)
        dw = np.tensordot(delta, X, axes=(0, 0))
        db = delta.sum()
        scale = 2.0 / delta.shape[0]
        return scale * dw, scale * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        while len(losses) < epochs:
            pred = self.predict(X)
            losses.append(self.compute_loss(pred, y))
            grad_w = 2 * X.T @ (pred - y)  # <-- here
            grad_b = np.sum(pred - y) / n  # <-- here
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return losses
