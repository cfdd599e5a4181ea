# expect: loss-halved
from dataclasses import dataclass, field
from typing import Callable

import numpy as np


def _half_mean(values: np.ndarray) -> float:
    return float(values.mean() / 2)  # <-- here


@dataclass
class LinearRegression:
    n_features: int
    reduction: Callable[[np.ndarray], float] = _half_mean
    b: float = 0.0
    w: np.ndarray = field(init=False)

    def __post_init__(self):
        self.w = np.zeros(self.n_features)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return self.reduction((y_hat - y) ** 2)

    def compute_gradients(self, X, y, y_hat):
        residual = y_hat - y
        return 2 * np.mean(X * residual[:, None], axis=0), 2 * np.mean(residual)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            pred = self.predict(X)
            history.append(self.compute_loss(pred, y))
            gw, gb = self.compute_gradients(X, y, pred)
            self.w, self.b = self.w - lr * gw, self.b - lr * gb
        return history
