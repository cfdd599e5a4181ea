# expect: alpha-ignored
from dataclasses import dataclass

import numpy as np


@dataclass
class RidgeRegression:
    n_features: int
    alpha: float = 1.0

    def __post_init__(self):
        self.w = np.zeros(self.n_features)
        self.b = 0.0
        self.alpha = 0.25  # <-- here

    def predict(self, X):
        return X @ self.w + self.b

    def _penalty(self):
        return self.alpha * float(self.w @ self.w)

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.square(y_hat - y))) + self._penalty()

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return 2 * np.mean(X * r[:, None], axis=0) + 2 * self.alpha * self.w, 2 * np.mean(r)

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            out.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return out
