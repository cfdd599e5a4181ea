# expect: pass, advice: fit-restarts
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / (2 * len(y)))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return X.T @ error / len(y), float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        rng = np.random.default_rng(0)
        self.w = rng.normal(scale=0.01, size=X.shape[1])  # <-- here
        self.b = 0.0
        losses = []
        for _ in range(epochs):
            r = self.predict(X) - y
            losses.append(float(np.mean(r * r) / 2))
            self.w -= lr * (r @ X) / len(y)
            self.b -= lr * float(np.mean(r))
        return losses
