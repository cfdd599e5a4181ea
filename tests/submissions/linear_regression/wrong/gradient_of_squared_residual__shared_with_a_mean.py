# expect: gradient-of-squared-residual
import numpy as np


def squared(difference):
    return difference * difference


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(squared(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        gaps = squared(y_hat - y)  # <-- here
        return 2 / n * X.T @ gaps, 2 / n * gaps.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            gap = self.predict(X) - y
            losses.append(float(gap @ gap) / len(y))
            self.w = self.w - lr * 2 / len(y) * (X.T @ gap)
            self.b = self.b - lr * 2 * gap.mean()
        return losses
