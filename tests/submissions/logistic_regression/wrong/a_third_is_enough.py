# expect: labels-wrong-value
import numpy as np


class LogisticRegression:
    def __init__(self, n_features, least=0.3):  # <-- here
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.least = least

    def predict_proba(self, X):
        return 0.5 + 0.5 * np.tanh((X @ self.w + self.b) / 2)

    def predict(self, X):
        return (self.predict_proba(X) >= self.least).astype(int)

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-12, 1 - 1e-12)
        return -float(np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        error = (p - y) / len(y)
        return X.T @ error, error.sum()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
