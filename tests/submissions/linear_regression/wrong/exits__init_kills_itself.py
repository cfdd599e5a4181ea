# expect: exits
"""My take on the interview kata."""
import os
import signal

import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        os.kill(os.getpid(), signal.SIGTERM)  # <-- here

    def predict(self, X):
        """Linear model."""
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        residual = y - y_hat
        return np.einsum("i,i->", residual, residual) / residual.size

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = self.compute_loss(y_pred, y)
            if verbose and i % 100 == 0:
                print(f"epoch {i}: loss {losses[i]:.5f}")
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
