# expect: fit-mixes-old-and-new
import numpy as np


class RidgeRegression:
    """Block-wise updates: first the weights, then the intercept."""

    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * self.w @ self.w)

    def compute_gradients(self, X, y, y_hat):
        res = y_hat - y
        dw = 2 * X.T @ res / len(y) + 2 * self.alpha * self.w
        return dw, 2 * res.sum() / len(y)

    def _move_w(self, X, y, lr):
        dw, _ = self.compute_gradients(X, y, self.predict(X))
        self.w = self.w - lr * dw

    def _move_b(self, X, y, lr):
        _, db = self.compute_gradients(X, y, self.predict(X))  # <-- here
        self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            self._move_w(X, y, lr)
            self._move_b(X, y, lr)
        return losses
