# expect: fit-history-wrong-value
import numpy as np


class Smoothed:
    def __init__(self):
        self.kept = []

    def add(self, loss):
        last = self.kept[-1] if self.kept else loss
        self.kept.append(0.8 * last + 0.2 * loss)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return 2 / len(y) * X.T @ r, 2 * r.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        log = Smoothed()
        for _ in range(epochs):
            y_hat = self.predict(X)
            log.add(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return log.kept
