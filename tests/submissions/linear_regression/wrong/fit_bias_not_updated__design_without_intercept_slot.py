# expect: fit-bias-not-updated
import numpy as np


def with_ones(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return with_ones(X) @ np.append(self.w, self.b)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        g = 2 * with_ones(X).T @ (y_hat - y) / len(y)
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        A = with_ones(X)
        theta = np.append(self.w, self.b)
        n = len(y)
        losses = []
        for _ in range(epochs):
            theta[-1] = self.b  # <-- here
            r = A @ theta - y
            losses.append(float(r @ r) / n)
            theta = theta - lr * 2 / n * A.T @ r
        self.w = theta[:-1]  # <-- here
        return losses
