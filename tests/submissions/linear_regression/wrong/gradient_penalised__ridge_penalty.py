# expect: gradient-penalised
"""Linear regression from scratch."""
from __future__ import annotations

from typing import List, Tuple

import numpy as np


class LinearRegression:
    """y = X w + b, trained on the mean squared error."""

    def __init__(self, n_features: int) -> None:
        self.w: np.ndarray = np.zeros(n_features, dtype=np.float64)
        self.b: float = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """Affine map of the rows of X."""
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean of the squared residuals."""
        residual = np.subtract(y_hat, y)
        return float(np.mean(np.square(residual)))

    def compute_gradients(
        self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray
    ) -> Tuple[np.ndarray, float]:
        """Gradients of the loss for w and b."""
        n_samples = len(X)
        residual = y_hat - y
        grad_w = (2.0 / n_samples) * (X.T @ residual)
        grad_b = float((2.0 / n_samples) * np.sum(residual))
        return grad_w, grad_b

    def fit(
        self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000, l2: float = 0.1
    ) -> List[float]:
        """Gradient descent with a little weight decay."""
        losses: List[float] = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            grad_w, grad_b = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * (grad_w + 2 * l2 * self.w)  # <-- here
            self.b = self.b - lr * grad_b
        return losses
