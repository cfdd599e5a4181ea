# expect: loss-sign-flipped
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return np.average(diff * diff)

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            losses.append(-float(error @ error) / n)  # <-- here
            self.w = self.w - lr * 2 / n * (X.T @ error)
            self.b = self.b - lr * 2 * error.mean()
        return losses
