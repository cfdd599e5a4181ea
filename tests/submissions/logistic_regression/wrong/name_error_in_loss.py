# expect: raises
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        logits = self._logits(X)
        out = np.empty_like(logits, dtype=float)
        high = logits >= 0
        out[high] = 1 / (1 + np.exp(-logits[high]))
        small = np.exp(logits[~high])
        out[~high] = small / (1 + small)
        return out

    def _logits(self, X):
        return X.dot(self.w) + self.b

    def predict(self, X):
        return self._logits(X) >= 0

    def compute_loss(self, p, y):
        chosen = np.where(y == 1, p, 1 - p)
        return float(np.mean(-np.log(np.maximum(chosen, eps))))  # <-- here

    def compute_gradients(self, X, y, p):
        delta = (p - y) / y.shape[0]
        return np.einsum("ij,i->j", X, delta), float(delta.sum())

    def fit(self, X, y, lr=0.1, epochs=1000):
        m = len(X)
        curve = []
        step = 0
        while step < epochs:
            guess = self.predict_proba(X)
            curve.append(float(self.compute_loss(guess, y)))
            diff = guess - y
            self.w = self.w - lr * (X.T @ diff) / m
            self.b = self.b - lr * diff.sum() / m
            step += 1
        return curve
