# expect: gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _resid(self, y, fitted):
        """What the fit leaves over."""
        return y - fitted

    def compute_loss(self, y_hat, y):
        return float((self._resid(y, y_hat) ** 2).mean())

    def compute_gradients(self, X, y, y_hat):
        e = self._resid(y, y_hat)  # <-- here
        m = len(e)
        return 2 * X.T @ e / m, 2 * e.sum() / m  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
