# expect: gradient-penalty-divided-by-n
import numpy as np
from numpy import ndarray


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.C = alpha
        self.w = np.full(n_features, 0.0)
        self.b = 0.0

    def predict(self, X: ndarray) -> ndarray:
        # linear map
        return np.inner(X, self.w) + self.b

    def compute_loss(self, y_hat: ndarray, y: ndarray) -> float:
        # data term, then regulariser
        total = np.sum((y_hat - y) ** 2) / y.size
        total += self.C * np.linalg.norm(self.w) ** 2
        return float(total)

    def compute_gradients(self, X, y, y_hat):
        residual = y_hat - y
        dw = 2 * residual @ X + 2 * self.C * self.w  # <-- here
        db = 2 * residual.sum()
        return dw / len(y), db / len(y)  # <-- here

    def _step(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return loss

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._step(X, y, lr) for _ in range(epochs)]
