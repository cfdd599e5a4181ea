# expect: pass, advice: fit-restarts
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        score = X @ self.w + self.b
        out = 0.5 * (1 + np.tanh(0.5 * score))
        return out

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p, y):
        q = np.clip(p, 1e-12, 1 - 1e-12)
        r = p - y
        loss = float(-np.mean(y * np.log(q) + (1 - y) * np.log(1 - q)))
        return loss

    def compute_gradients(self, X, y, p):
        n = len(y)
        error = p - y
        s = error
        dw, db = 1 / n * (X.T @ s), 1 / n * float(np.sum(s))
        return dw, db

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        self.w = 0.01 * np.random.randn(X.shape[1])
        self.b = 0.0

        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
