# expect: wrong-signature
from dataclasses import dataclass, field
import numpy as np


@dataclass
class Params:
    w: np.ndarray
    b: float = 0.0


@dataclass
class LinearRegression:
    dim: int  # <-- here
    w: np.ndarray = field(init=False)
    b: float = field(init=False, default=0.0)

    def __post_init__(self):
        self.w = np.zeros(self.dim)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return np.mean(2 * X * error[:, None], axis=0), np.mean(2 * error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
