# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        (self.w, self.b) = (np.zeros(n_features), 0.0)

    predict = lambda self, X: X @ self.w + self.b
    compute_loss = lambda self, y_hat, y: float(((e := y_hat - y) @ e) / len(e))
    compute_gradients = lambda self, X, y, y_hat: (
        (g := (y_hat - y) * (2 / len(y))) @ X, g.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs:
            losses.append(self.compute_loss(y_hat := self.predict(X), y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
