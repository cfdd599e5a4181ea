# expect: loss-sign-flipped
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        score = X @ self.w + self.b
        small = np.exp(-np.abs(score))
        return np.where(score < 0, small, 1.0) / (1 + small)

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def _mean_log_likelihood(self, p, y):
        inside = np.clip(p, 1e-12, 1 - 1e-12)
        return np.mean(np.where(y == 1, np.log(inside), np.log(1 - inside)))

    def compute_loss(self, p, y):
        return float(self._mean_log_likelihood(p, y))  # <-- here

    def compute_gradients(self, X, y, p):
        return X.T @ (p - y) / len(y), np.mean(p - y)

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
