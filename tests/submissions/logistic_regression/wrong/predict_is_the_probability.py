# expect: labels-are-probabilities, gradient-bias-not-summed
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _output(self, X):
        z = X @ self.w + self.b
        return np.exp(-np.logaddexp(0, -z))

    predict_proba = _output
    predict = _output  # <-- here

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-9, 1 - 1e-9)
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def _slopes(self, X, y, p):
        share = (p - y) / len(y)
        return {"w": X.T @ share, "b": share}  # <-- here

    def compute_gradients(self, X, y, p):
        slopes = self._slopes(X, y, p)
        return slopes["w"], slopes["b"]

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self._output(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db.sum()
        return losses
