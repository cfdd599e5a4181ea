# expect: loss-absolute, loss-halved
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        n = len(y)
        return np.sum(np.absolute(y - y_hat)) / (2 * n)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        design = np.column_stack((X, np.ones(X.shape[0])))
        full = 2 * design.T @ (y_hat - y) / X.shape[0]
        return full[:-1], full[-1]

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list:
        """Batch gradient descent; returns one loss per epoch."""
        loss_history: list = []
        while len(loss_history) < epochs:
            out = self.predict(X)
            loss_history.append(self.compute_loss(out, y))
            gw, gb = self.compute_gradients(X, y, out)
            self.w, self.b = self.w - lr * gw, self.b - lr * gb
        return loss_history
