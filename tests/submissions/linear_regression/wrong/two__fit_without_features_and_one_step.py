# expect: gradient-ignores-features, fit-one-step-only
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
        n = len(y)
        r = y_hat - y
        return 2 / n * X.T @ r, 2 / n * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            r = self.predict(X) - y
            losses.append(float(np.mean(r ** 2)))
            self.w = self.w - lr * 2 * r.mean()  # <-- here
            self.b = self.b - lr * 2 * r.mean()
            return losses  # <-- here
