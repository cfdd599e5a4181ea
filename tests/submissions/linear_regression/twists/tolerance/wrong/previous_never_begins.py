# expect: twist-ignored
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def _improves(self, loss):
        if self._last is None:
            return True  # <-- here
        gain, self._last = self._last - loss, loss  # <-- here
        return gain >= 1e-4

    def fit(self, X, y, lr=0.01, epochs=1000):
        self._last = None
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            if not self._improves(losses[-1]):
                break
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
