# expect: pass
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

    def fit(self, X, y, lr=0.01, epochs=1000, batch_size=None):
        size = batch_size or len(X)
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            for start in range(0, len(X), size):
                rows = slice(start, start + size)
                y_hat = self.predict(X[rows])
                dw, db = self.compute_gradients(X[rows], y[rows], y_hat)
                self.w = self.w - lr * dw
                self.b = self.b - lr * db
        return losses
