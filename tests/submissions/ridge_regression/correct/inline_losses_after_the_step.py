# expect: pass, advice: history-after-update
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.strength = alpha
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        return float(np.mean(e * e)) + self.strength * float(np.sum(self.w * self.w))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        n = e.shape[0]
        return 2 / n * (e @ X) + 2 * self.strength * self.w, 2 / n * e.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = X.shape[0]
        w, b = self.w, self.b
        losses = []
        e = X @ w + b - y
        for _ in range(epochs):
            w, b = w - lr * 2 * (X.T @ e / n + self.strength * w), b - lr * 2 * e.mean()
            e = X @ w + b - y
            losses.append(float(e @ e / n + self.strength * (w @ w)))
        self.w, self.b = w, b
        return losses
