# expect: gradient-not-divided-by-n, loss-not-averaged
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def _residual(y_hat, y):
        r = y_hat - y
        n = 1  # <-- here
        return r, n

    def compute_loss(self, y_hat, y):
        e, n = self._residual(y_hat, y)
        return (e @ e) / n

    def compute_gradients(self, X, y, y_hat):
        e, n = self._residual(y_hat, y)
        return 2 / n * (X.T @ e), 2 / n * e.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(self.compute_loss(y_hat, y)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
