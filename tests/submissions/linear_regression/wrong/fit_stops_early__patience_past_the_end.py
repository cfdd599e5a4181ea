# expect: fit-stops-early
from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class LinearRegression:
    """Ordinary least squares, fitted by batch gradient descent."""

    def __init__(self, n_features: int, seed: int | None = None) -> None:
        rng = np.random.default_rng(seed)
        self.w: NDArray[np.float64] = rng.normal(scale=0.01, size=n_features)
        self.b: float = 0.0

    def predict(self, X: NDArray) -> NDArray:
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat: NDArray, y: NDArray) -> float:
        diff = y_hat - y
        return float(np.dot(diff, diff) / diff.size)

    def compute_gradients(self, X: NDArray, y: NDArray, y_hat: NDArray) -> tuple[NDArray, float]:
        n_samples = X.shape[0]
        diff = y_hat - y
        grad_w = 2.0 * np.dot(X.T, diff) / n_samples
        grad_b = 2.0 * np.sum(diff) / n_samples
        return grad_w, float(grad_b)

    def fit(self, X: NDArray, y: NDArray, lr: float = 0.01, epochs: int = 1000) -> list[float]:
        history: list[float] = []
        best, waited = float("inf"), 0
        for epoch in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            if history[-1] < best:
                best, waited = history[-1], 0
            else:
                waited += 1
            if waited >= 5:  # <-- here
                break  # <-- here
            grad_w, grad_b = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
