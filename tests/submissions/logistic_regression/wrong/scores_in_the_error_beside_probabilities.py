# expect: probability-not-squashed
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        z = X @ self.w + self.b
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-12, 1 - 1e-12)
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        r = p - y
        return X.T @ r / len(y), r.mean()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        n = len(y)
        for _ in range(epochs):
            z = X @ self.w + self.b
            p = 1 / (1 + np.exp(-z))
            losses.append(self.compute_loss(p, y))
            err = z - y  # <-- here
            self.w = self.w - lr * (X.T @ err) / n
            self.b = self.b - lr * err.mean()
        return losses
