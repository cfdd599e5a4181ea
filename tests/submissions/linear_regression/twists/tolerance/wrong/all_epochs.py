# expect: twist-ignored
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(y - y_hat).sum() / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        r = y_hat - y
        dw = (2 / n) * (r @ X)
        db = (2 / n) * r.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):  # <-- here
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))  # <-- here
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
