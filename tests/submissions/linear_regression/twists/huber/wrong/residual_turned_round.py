# expect: gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        a = abs(y - y_hat)
        each = np.where(a > 1, a - 0.5, a * a / 2)
        return float(each.sum() / len(each))

    def compute_gradients(self, X, y, y_hat):
        s = np.clip(y - y_hat, -1, 1)  # <-- here
        n = len(y)
        return X.T @ s / n, s.sum() / n  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
