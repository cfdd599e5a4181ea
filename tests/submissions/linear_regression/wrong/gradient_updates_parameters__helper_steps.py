# expect: gradient-updates-parameters
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.lr = 0.01

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def _apply(self, dw, db):
        self.w = self.w - self.lr * dw
        self.b = self.b - self.lr * db

    def compute_gradients(self, X, y, y_hat):
        scaled = 2 * (y_hat - y) / len(y)
        dw, db = X.T @ scaled, float(scaled.sum())
        self._apply(dw, db)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.lr = lr
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self.compute_gradients(X, y, y_hat)
        return losses
