# expect: gradient-not-divided-by-n, gradient-divided-twice|fit-wrong-value
import numpy as np


class LinearRegression:
    """The mean is taken when the step is made."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        e = y_hat - y
        return float(np.dot(e, e) / len(e))

    def compute_gradients(self, X, y, y_hat):
        e = 2.0 * (y_hat - y)  # <-- here
        dw = np.sum(X * e[:, None], axis=0)  # <-- here
        db = np.sum(e)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        lr = lr / X.shape[0]  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw  # <-- here
            self.b = self.b - lr * db  # <-- here
        return losses
