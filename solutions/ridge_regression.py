"""Ridge regression by gradient descent: the reference solution."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class RidgeRegression:
    """A linear model whose loss has an L2 penalty on the weights, trained with batch gradient descent."""

    def __init__(self, n_features: int, alpha: float = 1.0) -> None:
        self.w: Array = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X: Array) -> Array:
        """X (n, d) -> y_hat (n,)."""
        return X @ self.w + self.b

    def compute_loss(self, y_hat: Array, y: Array) -> float:
        """y_hat (n,), y (n,) -> mean squared error plus penalty."""
        return float(np.mean((y_hat - y) ** 2) + self.alpha * np.sum(self.w**2))

    def compute_gradients(self, X: Array, y: Array, y_hat: Array) -> tuple[Array, float]:
        """X (n, d), y (n,), y_hat (n,) -> dw (d,), db."""
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error) + 2 * self.alpha * self.w, 2 / n * float(np.sum(error))

    def fit(self, X: Array, y: Array, lr: float = 0.01, epochs: int = 1000) -> list[float]:
        """X (n, d), y (n,) -> the penalised loss of every epoch, before its step."""
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
