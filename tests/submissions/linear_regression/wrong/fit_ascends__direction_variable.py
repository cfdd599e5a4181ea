# expect: fit-ascends
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.random.randn(n_features) * 0.01
        self.b = 0.0

    def predict(self, X):
        X = np.asarray(X)
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        y_hat, y = np.asarray(y_hat), np.asarray(y)
        return float(np.vdot(y_hat - y, y_hat - y)) / len(y)

    def compute_gradients(self, X, y, y_hat):
        X, y, y_hat = np.asarray(X), np.asarray(y), np.asarray(y_hat)
        dz = (y_hat - y) * (2.0 / len(y))
        dw = X.T @ dz
        db = np.sum(dz)
        return dw, db

    def _epoch(self, X, y, lr):
        """Walk one step downhill and give the loss on the way."""
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        direction_w, direction_b = self.compute_gradients(X, y, y_hat)
        self.w += lr * direction_w  # <-- here
        self.b += lr * direction_b  # <-- here
        return loss

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]
