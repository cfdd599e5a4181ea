# expect: not-finite
import numpy as np


class LogisticRegression:
    """sigmoid(z) = (1 + tanh(z / 2)) / 2, which cannot overflow."""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def decision_function(self, X):
        return X @ self.w + self.b

    def predict_proba(self, X):
        return 0.5 + 0.5 * np.tanh(0.5 * self.decision_function(X))

    def predict(self, X):
        return (self.decision_function(X) >= 0).astype(int)

    def compute_loss(self, p, y):
        p = np.clip(np.asarray(p, dtype=float), 1e-12, 1 - 1e-12)
        return float(np.mean(-np.log(np.where(y == 1, p, 0 - p))))  # <-- here

    def compute_gradients(self, X, y, p):
        r = (p - y) / len(y)
        return r @ X, r.sum()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
