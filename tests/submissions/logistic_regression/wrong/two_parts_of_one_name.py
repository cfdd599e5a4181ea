# expect: gradient-of-squared-error
import numpy as np


class Squash:
    def apply(self, z):
        return 0.5 + 0.5 * np.tanh(z / 2)

    def pull(self, slope, p):
        return slope * p * (1 - p)  # <-- here


class CrossEntropy:
    def apply(self, p, y):
        inside = np.clip(np.where(y == 1, p, 1 - p), 1e-12, None)
        return -float(np.log(inside).mean())

    def pull(self, p, y):
        return (p - y) / len(y)


class LogisticRegression:
    squash, cost = Squash(), CrossEntropy()

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return self.squash.apply(X @ self.w + self.b)

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p, y):
        return self.cost.apply(p, y)

    def compute_gradients(self, X, y, p):
        slope = self.cost.pull(p, y)
        slope = self.squash.pull(slope, p)  # <-- here
        return slope @ X, float(slope.sum())

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
