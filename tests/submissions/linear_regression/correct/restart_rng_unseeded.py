# expect: pass, advice: fit-restarts
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
        rng = np.random.default_rng()
        w = rng.normal(0.0, 0.01, X.shape[1])  # <-- here
        b = rng.normal(0.0, 0.01)
        losses = []
        for _ in range(epochs):
            r = X @ w + b - y
            losses.append(float(np.mean(r * r)))
            w, b = w - lr * 2 * np.mean(X * r[:, None], axis=0), b - lr * 2 * np.mean(r)
        self.w, self.b = w, b
        return losses
