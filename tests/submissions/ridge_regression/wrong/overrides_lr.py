# expect: fit-ignores-learning-rate
from typing import List, Tuple

import numpy as np


class RidgeRegression:
    """Least squares with an L2 penalty, trained by gradient descent."""

    def __init__(self, n_features: int, alpha: float = 1.0) -> None:
        self.lam = float(alpha)
        self.w: np.ndarray = np.zeros(n_features, dtype=np.float64)
        self.b: float = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """Linear scores."""
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """MSE plus the ridge term."""
        residual = y_hat - y
        return float(residual @ residual / residual.size + self.lam * (self.w @ self.w))

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray) -> Tuple[np.ndarray, float]:
        """Derivatives of compute_loss by w and b."""
        residual = y_hat - y
        scale = 2.0 / residual.size
        grad_w = scale * (X.T @ residual) + 2.0 * self.lam * self.w
        grad_b = scale * float(residual.sum())
        return grad_w, grad_b

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> List[float]:
        """Batch gradient descent."""
        lr = 0.05  # <-- here
        history: List[float] = []
        for _epoch in range(epochs):
            scores = self.predict(X)
            history.append(self.compute_loss(scores, y))
            grad_w, grad_b = self.compute_gradients(X, y, scores)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
