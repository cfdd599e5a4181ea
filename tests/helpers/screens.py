"""The submission that the report tests show."""

SOURCE = """\
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
        error = y_hat - y  # the résidu, "signed"
        dw = 2 * X.T @ error
        db = 2 * np.sum(error)
        return dw, db
"""
