"""Logistic regression by gradient descent: the reference solution."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class LogisticRegression:
    """A linear model of the log-odds of two classes, trained with batch gradient descent."""

    def __init__(self, n_features: int) -> None:
        self.w: Array = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X: Array) -> Array:
        """X (n, d) -> p (n,). The sigmoid is written with tanh, which never overflows."""
        return 0.5 * (1 + np.tanh(0.5 * (X @ self.w + self.b)))

    def predict(self, X: Array) -> NDArray[np.int_]:
        """X (n, d) -> labels (n,), 0 or 1."""
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p: Array, y: Array) -> float:
        """Probabilities p (n,), y (n,) -> mean binary cross-entropy."""
        p = np.clip(p, 1e-12, 1 - 1e-12)  # no log of zero
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X: Array, y: Array, p: Array) -> tuple[Array, float]:
        """X (n, d), y (n,), p (n,) -> dw (d,), db."""
        error = p - y
        return X.T @ error / len(y), float(np.mean(error))

    def fit(self, X: Array, y: Array, lr: float = 0.1, epochs: int = 1000) -> list[float]:
        """X (n, d), y (n,) -> the loss of every epoch, before its step."""
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
