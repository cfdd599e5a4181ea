# expect: weights-not-small
import numpy as np


def normal_start(n, scale=1.0, seed=0):  # <-- here
    return np.random.RandomState(seed).normal(size=n, scale=scale)


class LinearRegression:
    def __init__(self, n_features):
        self.w = normal_start(n_features)  # <-- here
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
