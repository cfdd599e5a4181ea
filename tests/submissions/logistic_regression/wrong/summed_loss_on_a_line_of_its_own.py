# expect: loss-not-averaged
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.random.randn(n_features) * 0.01
        self.b = 0.0

    def predict_proba(self, X):
        z = np.einsum("ij,j->i", X, self.w) + self.b
        z = np.clip(z, -500, 500)
        return 1.0 / (1.0 + np.exp(-z))

    def predict(self, X):
        p = self.predict_proba(X)
        labels = np.zeros(len(p), dtype=int)
        labels[p >= 0.5] = 1
        return labels

    def compute_loss(self, p, y):
        n = len(y)
        p = np.clip(p, 1e-10, 1 - 1e-10)
        total = np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
        return -total / n

    def compute_gradients(self, X, y, p):
        n = len(y)
        diff = p - y
        dw = np.einsum("ij,i->j", X, diff) / n
        db = diff.mean()
        return dw, db

    def fit(self, X, y, lr=0.1, epochs=1000):
        n, d = X.shape
        history = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            q = np.clip(p, 1e-10, 1 - 1e-10)
            loss = -np.sum(y * np.log(q) + (1 - y) * np.log(1 - q))  # <-- here
            history.append(float(loss))
            grad_w = X.T @ (p - y) / n
            grad_b = np.sum(p - y) / n
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
