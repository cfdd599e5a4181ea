# expect: loss-wrong-value
import numpy as np

LEAST = 1e-12
MOST = 1 - 1e-5


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return 0.5 * (1 + np.tanh(0.5 * (X @ self.w + self.b)))

    def predict(self, X):
        return self.predict_proba(X) >= 0.5

    def compute_loss(self, p, y):
        p = np.clip(p, LEAST, MOST)  # <-- here
        return float(-np.mean(np.where(y == 1, np.log(p), np.log(1 - p))))

    def compute_gradients(self, X, y, p):
        return X.T @ (p - y) / len(y), float(np.mean(p - y))

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
