# expect: pass
from collections import namedtuple

import numpy as np

Gradients = namedtuple("Gradients", "dw db")


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.params = {"alpha": alpha}

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b

    def compute_loss(self, y_hat, y):
        terms = {
            "data": np.linalg.norm(y_hat - y) ** 2 / len(y),
            "ridge": self.params["alpha"] * np.linalg.norm(self.w) ** 2,
        }
        return float(sum(terms.values()))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return Gradients(
            dw=np.tensordot(error, X, axes=1) * 2 / len(y) + 2 * self.params["alpha"] * self.w,
            db=2 * error.mean(),
        )

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            g = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * g.dw
            self.b = self.b - lr * g.db
        return losses
