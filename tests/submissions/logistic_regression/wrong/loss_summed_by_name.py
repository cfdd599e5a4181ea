# expect: loss-not-averaged
import numpy as np


def reduced(values, how="mean"):
    match how:
        case "mean":
            return float(values.mean())
        case "sum":
            return float(values.sum())
    raise ValueError(how)


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return 0.5 + 0.5 * np.tanh((X @ self.w + self.b) / 2)

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p, y):
        inside = np.clip(np.where(y == 1, p, 1 - p), 1e-12, None)
        return reduced(-np.log(inside), how="sum")  # <-- here

    def compute_gradients(self, X, y, p):
        rest = (p - y) / len(y)
        return rest @ X, reduced(rest, "sum")

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
