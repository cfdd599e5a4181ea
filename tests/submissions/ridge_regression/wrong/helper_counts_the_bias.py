# expect: loss-penalises-bias
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

    def _l2(self) -> float:
        return float(np.sum(self.w ** 2)) + float(self.b) ** 2  # <-- here

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """MSE plus the ridge term."""
        return float(np.mean((y_hat - y) ** 2)) + self.lam * self._l2()

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray) -> Tuple[np.ndarray, float]:
        """Derivatives of compute_loss by w and b."""
        residual = y_hat - y
        scale = 2.0 / residual.size
        grad_w = scale * (X.T @ residual) + 2.0 * self.lam * self.w
        grad_b = scale * float(residual.sum())
        return grad_w, grad_b

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> List[float]:
        """Batch gradient descent."""
        history: List[float] = []
        for _epoch in range(epochs):
            scores = self.predict(X)
            history.append(self.compute_loss(scores, y))
            grad_w, grad_b = self.compute_gradients(X, y, scores)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
