# expect: fit-steps-scaled
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / (2 * len(diff))

    def compute_gradients(self, X, y, y_hat):
        m, _ = X.shape
        diff = y_hat - y
        dw = np.dot(X.T, diff) / m
        db = diff.sum() / m
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - 2 * lr * dw  # <-- here
            self.b = self.b - 2 * lr * db
        return history
