# expect: gradient-clipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        self.n_features = n_features
        self.w: np.ndarray = np.zeros((n_features,), dtype=float)
        self.b: float = 0.0

    def predict(self, X):
        y_hat = np.matmul(X, self.w)
        y_hat = y_hat + self.b
        return y_hat

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        diff = y_hat - y
        return float(diff @ diff) / diff.size

    def compute_gradients(self, X, y, y_hat):
        m, _ = X.shape
        residuals = y - y_hat
        grad_w = -2 * np.dot(X.T, residuals) / m
        grad_b = -2 * residuals.sum() / m
        return grad_w, grad_b

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            dw = np.clip(dw, -1, 1)  # <-- here
            db = np.clip(db, -1, 1)  # <-- here
            self.w -= lr * dw
            self.b -= lr * db
        return losses
