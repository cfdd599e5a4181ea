# expect: gradient-weights-collapsed
import numpy as np


class LinearRegression:
    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        delta = np.subtract(y_hat, y)
        dw = np.tensordot(delta, X, axes=(0, 0))
        db = delta.sum()
        scale = 2.0 / delta.shape[0]
        return scale * dw, scale * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            diff = y_hat - y
            dw = np.sum(2 / n * X * diff[:, None])  # <-- here
            db = np.sum(2 / n * diff)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
