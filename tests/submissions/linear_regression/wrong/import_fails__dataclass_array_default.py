# expect: import-fails
from dataclasses import dataclass, field

import numpy as np


@dataclass  # <-- here
class LinearRegression:
    n_features: int
    w: np.ndarray = np.zeros(1)  # <-- here
    b: float = 0.0

    def __post_init__(self):
        self.w = np.zeros(self.n_features)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        g = 2 * (y_hat - y) / len(y)
        return X.T @ g, g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
