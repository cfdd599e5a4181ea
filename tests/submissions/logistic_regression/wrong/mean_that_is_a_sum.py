# expect: loss-not-averaged
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _mean(self, values):
        return values.sum()  # <-- here

    def compute_loss(self, p, y):
        q = np.clip(p, 1e-12, 1 - 1e-12)
        return float(-self._mean(y * np.log(q) + (1 - y) * np.log(1 - q)))

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_gradients(self, X, y, p):
        error = p - y
        return X.T @ error / len(y), float(np.mean(error))

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def predict_proba(self, X):
        return 0.5 * (1 + np.tanh(0.5 * (X @ self.w + self.b)))
