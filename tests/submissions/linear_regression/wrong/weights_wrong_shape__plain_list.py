# expect: weights-wrong-shape
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''
    def __init__(self, n_features):
        self.w = [0.0] * n_features  # <-- here
        self.b = 0.0

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def compute_gradients(self, X, y, y_hat):
        scaled = 2.0 * (y_hat - y) / y.size
        return np.einsum("ij,i->j", X, scaled), scaled.sum()
