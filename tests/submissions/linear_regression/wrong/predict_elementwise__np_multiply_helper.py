# expect: predict-elementwise
"""My take on the interview kata."""
import numpy as np


def weigh(features, weights):
    return np.multiply(features, weights)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        history = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            history.append(float(error @ error) / n)
            self.w = self.w - lr * 2 * (error @ X) / n
            self.b = self.b - lr * 2 * error.mean()
        return history

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def predict(self, X):
        z = weigh(X, self.w)
        return z + self.b
