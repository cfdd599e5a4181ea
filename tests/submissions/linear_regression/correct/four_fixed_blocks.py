# expect: pass
import numpy as np


class LinearRegression:
    BLOCKS = 4

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        parts = np.array_split(X, self.BLOCKS)
        return np.concatenate([part @ self.w + self.b for part in parts])

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        blocks = zip(np.array_split(X, self.BLOCKS), np.array_split(y_hat - y, self.BLOCKS))
        dw, db = np.zeros(X.shape[1]), 0.0
        for A, e in blocks:
            dw += A.T @ e
            db += e.sum()
        return 2 * dw / len(y), 2 * db / len(y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
