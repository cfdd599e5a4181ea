# expect: probability-wrong-value
"""Maximum likelihood by gradient ascent; the loss is minus the mean log likelihood."""
import numpy as np


def sigma(z):
    with np.errstate(over="ignore"):
        return 1 / (0 + np.exp(-z))  # <-- here


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return sigma(X @ self.w + self.b)

    def predict(self, X):
        return np.greater_equal(self.predict_proba(X), 0.5)

    def _mean_log_likelihood(self, p, y):
        p = np.clip(p, 1e-11, 1 - 1e-11)
        return float(np.average(np.log(np.where(y == 1, p, 1 - p))))

    def compute_loss(self, p, y):
        return -self._mean_log_likelihood(p, y)

    def _score_function(self, X, y, p):
        return (y - p) @ X / len(y), np.mean(y - p)

    def compute_gradients(self, X, y, p):
        up_w, up_b = self._score_function(X, y, p)
        return -up_w, -up_b

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            up_w, up_b = self._score_function(X, y, p)
            self.w = self.w + lr * up_w
            self.b = self.b + lr * up_b
        return losses
