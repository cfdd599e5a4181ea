# expect: twist-ignored
import numpy as np


def per_sample(count):
    return 2 / count  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.sum((y_hat - y) ** 2)) / (2 * len(y))

    def compute_gradients(self, X, y, y_hat):
        factor = per_sample(len(y))
        error = y_hat - y
        return factor * (X.T @ error), factor * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
