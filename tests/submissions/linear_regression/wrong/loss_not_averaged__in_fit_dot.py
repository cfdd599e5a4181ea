# expect: loss-not-averaged
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.random.randn(n_features) * 0.01
        self.b = 0.0

    def predict(self, X):
        X = np.asarray(X)
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        y_hat, y = np.asarray(y_hat), np.asarray(y)
        return float(np.vdot(y_hat - y, y_hat - y)) / len(y)

    def compute_gradients(self, X, y, y_hat):
        X, y, y_hat = np.asarray(X), np.asarray(y), np.asarray(y_hat)
        dz = (y_hat - y) * (2.0 / len(y))
        dw = X.T @ dz
        db = np.sum(dz)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        i = 0
        while i < epochs:
            error = X @ self.w + self.b - y
            losses.append(float(error @ error))  # <-- here
            self.w = self.w - lr * 2 * error @ X / len(y)
            self.b = self.b - lr * 2 * error.sum() / len(y)
            i = i + 1
        return losses
