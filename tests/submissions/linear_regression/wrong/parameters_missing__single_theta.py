# expect: parameters-missing
import numpy as np


def with_ones(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


class LinearRegression:
    """All parameters in one vector; the last entry is the intercept."""

    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 1)  # <-- here

    def predict(self, X):
        return with_ones(X) @ self.theta

    def compute_loss(self, y_hat, y):
        return np.square(y_hat - y).mean()

    def compute_gradients(self, X, y, y_hat):
        g = 2 * with_ones(X).T @ (y_hat - y) / len(y)
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.theta -= lr * np.append(dw, db)
        return losses
