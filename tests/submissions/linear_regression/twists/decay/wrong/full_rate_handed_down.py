# expect: twist-ignored
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.rates = []

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * float(gap.mean())

    def descend(self, slopes, rate):
        dw, db = slopes
        self.w = self.w - rate * dw
        self.b = self.b - rate * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for k in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self.rates.append(lr / (1 + k / 10))
            self.descend(self.compute_gradients(X, y, y_hat), lr)  # <-- here
        return losses
