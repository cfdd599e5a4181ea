# expect: gradient-updates-parameters
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        g = 2 * (y_hat - y) / y.size
        db = np.add.reduce(g)
        self.b -= db  # <-- here
        return np.dot(g, X), db

    def fit(self, X, y, lr=0.01, epochs=1000):
        loss_history = []
        for _ in range(epochs):
            # forward
            y_hat = self.predict(X)
            loss_history.append(float(self.compute_loss(y_hat, y)))
            # backward
            step_w, step_b = (lr * g for g in self.compute_gradients(X, y, y_hat))
            # update
            self.w = self.w - step_w
            self.b = self.b - step_b
        return loss_history
