# expect: pass, advice: other-defaults
"""Five hundred epochs were enough for the data that I tried."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        residual = y - y_hat
        return float(residual @ residual) / len(y)

    def compute_gradients(self, X, y, y_hat):
        pull = 2.0 / X.shape[0] * (y_hat - y)
        return pull @ X, float(pull.sum())

    def fit(self, X, y, lr: float = 1e-2, epochs: int = 500) -> list[float]:
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return history
