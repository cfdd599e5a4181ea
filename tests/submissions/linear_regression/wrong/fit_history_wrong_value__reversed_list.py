# expect: fit-history-wrong-value
from __future__ import annotations
from typing import Final
import numpy as np
from numpy.typing import NDArray

TWO: Final[float] = 2.0


class LinearRegression:
    def __init__(self, n_features: int, *, seed: int | None = None) -> None:
        rng = np.random.default_rng(seed)
        self.w: NDArray[np.float64] = rng.normal(0.0, 1e-3, size=n_features)
        self.b: float = 0.0

    def predict(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat: NDArray[np.float64], y: NDArray[np.float64]) -> float:
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat) -> tuple[NDArray[np.float64], float]:
        residual = np.subtract(y_hat, y)
        scale = TWO / residual.size
        grad_w = scale * np.einsum("ij,i->j", X, residual)
        grad_b = scale * float(residual.sum())
        return grad_w, grad_b

    def fit(self, X, y, lr: float = 0.01, epochs: int = 1000) -> list[float]:
        history: list[float] = []
        epoch = 0
        while (epoch := epoch + 1) <= epochs:
            guess = self.predict(X)
            history.append(self.compute_loss(guess, y))
            grad_w, grad_b = self.compute_gradients(X, y, guess)
            self.w, self.b = self.w - lr * grad_w, self.b - lr * grad_b
        return list(reversed(history))  # <-- here
