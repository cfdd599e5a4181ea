# expect: pass
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
        p = np.clip(p, 1e-12, 1 - 1e-12)
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        r = np.array(p, dtype=float)
        r -= y
        r /= r.size
        return np.dot(X.T, r), np.dot(np.ones_like(r), r)

    def fit(self, X, y, lr=0.1, epochs=1000):
        out = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            out += [self.compute_loss(p, y)]
            dw, db = self.compute_gradients(X, y, p)
            dw *= lr
            self.w = self.w - dw
            self.b -= lr * db
        return out
