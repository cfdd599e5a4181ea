# expect: fit-learning-rate-changes
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = 2 * (y_hat - y) / len(y)
        return X.T @ gap, float(np.sum(gap))

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        rate = lr
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - rate * dw
            self.b = self.b - rate * db
            rate *= 0.99998  # <-- here
        return history
