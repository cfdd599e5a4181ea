# expect: parameters-missing|raises
import numpy as np
from dataclasses import dataclass, field


@dataclass(frozen=True)  # <-- here
class LinearRegression:
    n_features: int
    w: np.ndarray = field(init=False)
    b: float = field(init=False, default=0.0)
    def __post_init__(self):
        object.__setattr__(self, "w", np.zeros(self.n_features))

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * np.sum(error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            object.__setattr__(self, "w", self.w - lr * dw)
            object.__setattr__(self, "b", self.b - lr * db)
        return losses
