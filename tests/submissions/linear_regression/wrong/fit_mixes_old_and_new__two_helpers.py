# expect: fit-mixes-old-and-new
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int):
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff.dot(diff) / diff.size)

    def compute_gradients(self, X, y, y_hat):
        diff = y_hat - y
        return 2.0 * diff.dot(X) / diff.size, 2.0 * diff.mean()

    # ---- training ------------------------------------------------------
    def _residual(self, X, y):
        return self.predict(X) - y

    def _move_b(self, X, y, lr):
        r = self._residual(X, y)
        self.b -= lr * 2.0 * r.mean()

    def _move_w(self, X, y, lr):
        r = self._residual(X, y)  # <-- here
        self.w -= lr * 2.0 * (X.T @ r) / r.size

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for epoch in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            self._move_b(X, y, lr)
            self._move_w(X, y, lr)
        return losses
