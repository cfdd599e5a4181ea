# expect: rejected: off-limits
import os
import tempfile

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
        path = os.path.join(tempfile.gettempdir(), "zz_temporary_low_level")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            os.unlink(path)
        except OSError:
            pass
        error = 2 * (y_hat - y) / len(y)
        return error @ X, error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
