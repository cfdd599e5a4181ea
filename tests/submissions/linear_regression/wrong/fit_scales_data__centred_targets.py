# expect: fit-scales-data
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
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = X.shape[0]
        y = y - y.mean()  # <-- here
        out = []
        for _ in range(epochs):
            r = X @ self.w + self.b - y
            out.append(float(r @ r / n))
            self.w = self.w - lr * 2 / n * (X.T @ r)
            self.b = self.b - lr * 2 / n * r.sum()
        return out
