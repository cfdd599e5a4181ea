# expect: pass, advice: fit-restarts
import numpy as np


def sigmoid(t):
    """Stable: only exponentials of numbers that are not positive."""
    e = np.exp(-np.abs(t))
    return np.where(t >= 0, 1.0, e) / (1.0 + e)


class LogisticRegression:
    def __init__(self, n_features, scale=0.01, seed=0):
        self.w = np.random.default_rng(seed).normal(0.0, scale, n_features)
        self.b = 0.0

    def predict_proba(self, X):
        """One probability per row of X."""
        return sigmoid(np.dot(X, self.w) + self.b)

    def predict(self, X):
        return np.where(self.predict_proba(X) >= 0.5, 1, 0)

    def compute_loss(self, p, y):
        eps = 1e-9
        per_sample = y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps)
        return -float(per_sample.mean())

    def compute_gradients(self, X, y, p):
        residual = p - y
        grad_w = residual @ X / X.shape[0]
        grad_b = residual.mean()
        return grad_w, grad_b

    def fit(self, X, y, lr=0.1, epochs=1000):
        n, d = X.shape
        self.w, self.b = np.zeros(d), 0.0  # <-- here
        losses = []
        for _ in range(epochs):
            p = sigmoid(X @ self.w + self.b)
            losses.append(self.compute_loss(p, y))
            self.w -= lr * X.T @ (p - y) / n
            self.b -= lr * np.mean(p - y)
        return losses
