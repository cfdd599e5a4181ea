# expect: pass
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
        return (np.sign(self._logits(X)) >= 0).astype(float)

    def compute_loss(self, p, y):
        y = np.asarray(y).astype(bool)
        p = np.asarray(p, dtype=np.float64)
        losses = np.where(y, -np.log(np.fmax(p, 1e-8)), -np.log(np.fmax(1 - p, 1e-8)))
        return losses.mean().item()

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
