# expect: fit-ignores-learning-rate
import numpy as np


def with_ones(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


LEARNING_RATE = 1e-2


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

    def fit(self, X, y, lr=LEARNING_RATE, epochs=1000):
        A = with_ones(X)
        theta = np.append(self.w, self.b)
        losses = []
        for _ in range(epochs):
            r = A @ theta - y
            losses.append(float(np.mean(r ** 2)))
            theta -= LEARNING_RATE * 2 * np.mean(A * r[:, None], axis=0)  # <-- here
        self.w = theta[:-1].copy()
        self.b = theta[-1]
        return losses
