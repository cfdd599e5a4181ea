# expect: fit-ignores-learning-rate
from dataclasses import dataclass, field

import numpy as np


@dataclass
class LinearRegression:
    n_features: int
    w: np.ndarray = field(init=False)
    b: float = field(init=False, default=0.0)

    def __post_init__(self):
        self.w = np.zeros(self.n_features)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        scale = 2.0 / X.shape[0]
        return scale * (X.T @ error), scale * float(np.sum(error))

    def _apply(self, dw, db, lr=0.01):
        self.w = self.w - lr * dw
        self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._apply(*self.compute_gradients(X, y, y_hat))  # <-- here
        return losses
