# expect: weights-wrong-shape
from dataclasses import dataclass, field

import numpy as np


@dataclass
class LinearRegression:
    n_features: int
    w: np.ndarray = field(init=False, repr=False)
    b: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.w = np.zeros([self.n_features] * 2)  # <-- here

    def predict(self, X: np.ndarray) -> np.ndarray:
        return X @ self.w + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
