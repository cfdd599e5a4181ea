# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.linalg.multi_dot([X, self.w]) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.convolve(np.square(y_hat - y), np.ones(len(y)), "valid")[0] / len(y))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        n = len(e)
        total = np.bincount(np.zeros(n, dtype=int), weights=e)[0]
        dw = np.add.reduceat(X * e[:, None], [0], axis=0)[0]
        return 2 / n * dw, 2 / n * total

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
