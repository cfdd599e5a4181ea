# expect: gradient-not-divided-by-n
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


def sse_gradient(features, residual):
    """Derivative of sum(residual ** 2) where residual = features @ w + b - y."""
    return 2.0 * (residual @ features), 2.0 * float(residual.sum())  # <-- here


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        return sse_gradient(X, y_hat - y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
