# expect: mutates-input
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _error(self, y_hat, y):
        y_hat -= y  # <-- here
        return y_hat

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(self._error(y_hat, y)).mean())

    def compute_gradients(self, X, y, y_hat):
        error = self._error(y_hat, y)
        return 2 * (X * error[:, None]).mean(axis=0), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            losses.append(float(error @ error / len(y)))
            self.w = self.w - lr * 2 * (error @ X) / len(y)
            self.b = self.b - lr * 2 * error.mean()
        return losses
