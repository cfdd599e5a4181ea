# expect: loss-wrong-value
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        z = X @ self.w + self.b
        return 0.5 * (1 + np.tanh(z / 2))

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p, y):
        q = np.clip(p, 1e-9, 1 - 1e-9)
        bits = y * np.log2(q) + (1 - y) * np.log2(1 - q)  # <-- here
        return float(-bits.mean())

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
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
