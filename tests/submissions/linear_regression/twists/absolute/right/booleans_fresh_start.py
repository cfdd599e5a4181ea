# expect: pass, advice: fit-restarts
import numpy as np


def side(r):
    above = (r > 0).astype(float)
    return 2 * above - 1


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.abs(y_hat - y)))

    def compute_gradients(self, X, y, y_hat):
        s = side(y_hat - y)
        return (X * s[:, None]).mean(axis=0), s.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        rng = np.random.default_rng(0)
        self.w = rng.normal(scale=0.01, size=X.shape[1])  # <-- here
        self.b = 0.0
        losses = []
        for _ in range(epochs):
            r = X @ self.w + self.b - y
            losses.append(float(np.abs(r).mean()))
            s = side(r)
            self.w = self.w - lr * X.T @ s / len(y)
            self.b = self.b - lr * s.mean()
        return losses
