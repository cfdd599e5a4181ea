# expect: off-limits
import socket

import numpy as np


def report(loss):
    try:
        with socket.create_connection(("127.0.0.1", 9009), timeout=0.1) as s:  # <-- here
            s.sendall(str(loss).encode())
    except OSError:
        pass


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        loss = np.square(y_hat - y).mean()
        report(loss)  # <-- here
        return loss

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
