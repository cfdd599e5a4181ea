# expect: fit-wrong-value
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _z(self, X):
        return np.dot(X, self.w) + self.b

    def predict_proba(self, X):
        return 0.5 * np.tanh(self._z(X) / 2) + 0.5

    def predict(self, X):
        return np.array(self._z(X) >= 0, dtype=int)

    def compute_loss(self, p, y):
        ones = y == 1
        loss = np.log(np.clip(p[ones], 1e-8, None)).sum()
        loss += np.log(np.clip(1 - p[~ones], 1e-8, None)).sum()
        return float(-loss / y.size)

    def compute_gradients(self, X, y, p):
        n = y.size
        return (X.T @ p - X.T @ y) / n, (p.sum() - y.sum()) / n

    def fit(self, X, y, lr=0.1, epochs=1000):
        n = y.size
        target_w, target_b = X.T @ y / n, y.sum() / n
        history = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            history.append(self.compute_loss(p, y))
            self.w = self.w + lr * (target_w - X.T @ p * n)  # <-- here
            self.b = self.b + lr * (target_b - p.sum() / n)
        return history
