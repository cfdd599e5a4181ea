# expect: probability-ignores-bias
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.random.randn(n_features) * 0.01
        self.b = 0.0

    def _score(self, X):
        return np.matmul(X, self.w)  # <-- here

    def predict_proba(self, X):
        s = self._score(X)
        pos = s > 0
        res = np.zeros(s.shape)
        res[pos] = 1 / (1 + np.exp(-s[pos]))
        ex = np.exp(s[~pos])
        res[~pos] = ex / (1 + ex)
        return res

    def predict(self, X):
        return (X @ self.w + self.b >= 0).astype(int)

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-8, 1 - 1e-8)
        return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean())

    def compute_gradients(self, X, y, p):
        e = p - y
        return X.T @ e / len(e), e.mean()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = 0.5 * (1 + np.tanh((X @ self.w + self.b) / 2))
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
