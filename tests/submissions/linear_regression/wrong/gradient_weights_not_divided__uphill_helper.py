# expect: gradient-weights-not-divided-by-n
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def _towards(self, X, y, y_hat):
        missing = 2 * (y - y_hat)
        return np.sum(X * missing[:, np.newaxis], axis=0), np.mean(missing)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        return tuple(-part for part in self._towards(X, y, y_hat))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
