# expect: pass
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def _objective(self, X, y, w, b):
        """Value and slopes at any point, not only at self.w and self.b."""
        r = X @ w + b - y
        n = len(r)
        value = float(r @ r / n + self.alpha * (w @ w))
        return value, 2 * (r @ X / n + self.alpha * w), 2 * r.mean()

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r / len(r) + self.alpha * (self.w @ self.w))

    def compute_gradients(self, X, y, y_hat):
        # with a target of y - y_hat and w = 0 the residual is y_hat - y
        _, dw, db = self._objective(X, y - y_hat, np.zeros_like(self.w), 0.0)
        return dw + 2 * self.alpha * self.w, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            value, dw, db = self._objective(X, y, self.w, self.b)
            losses.append(value)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
