# expect: labels-inverted
import numpy as np


def sigmoid(z):
    """Numerically stable sigmoid."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return sigmoid(X @ self.w + self.b)

    def predict(self, X):
        p = self.predict_proba(X)
        return np.where(p >= 0.5, 0, 1)  # <-- here

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-12, 1 - 1e-12)
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        n = len(y)
        error = p - y
        dw = X.T @ error / n
        db = np.sum(error) / n
        return dw, db

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
