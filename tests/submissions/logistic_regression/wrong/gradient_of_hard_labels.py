# expect: gradient-wrong-value
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def log_odds(self, X):
        return X @ self.w + self.b

    def predict_proba(self, X):
        return 0.5 + 0.5 * np.tanh(self.log_odds(X) / 2)

    def predict(self, X):
        return (self.log_odds(X) >= 0).astype(int)

    def compute_loss(self, p, y):
        chosen = np.where(y == 1, p, 1 - p)
        return float(-np.log(np.maximum(chosen, 1e-12)).mean())

    def compute_gradients(self, X, y, p):
        guess = np.round(p)  # <-- here
        miss = guess - y
        return X.T @ miss / len(y), np.mean(miss)

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
