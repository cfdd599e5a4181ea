# expect: pass
from dataclasses import dataclass, field

import numpy as np


@dataclass
class LogisticRegression:
    n_features: int
    w: np.ndarray = field(init=False)
    b: float = field(default=0.0, init=False)

    def __post_init__(self):
        self.w = np.full(self.n_features, 0.01)

    def predict_proba(self, X):
        z = X @ self.w + self.b
        return np.where(z < 0, np.exp(np.minimum(z, 0)), 1) / (1 + np.exp(-np.abs(z)))

    def predict(self, X):
        return self.predict_proba(X) >= 0.5

    def compute_loss(self, p, y):
        p = p.clip(1e-9, 1 - 1e-9)
        return -float(np.log(p) @ y + np.log(1 - p) @ (1 - y)) / len(y)

    def compute_gradients(self, X, y, p):
        r = (p - y) / len(p)
        return [r @ X, r.sum()]

    def fit(self, X, y, lr=0.1, epochs=1000):
        return [self._step(X, y, lr) for _ in range(epochs)]

    def _step(self, X, y, lr):
        p = self.predict_proba(X)
        loss = self.compute_loss(p, y)
        dw, db = self.compute_gradients(X, y, p)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return loss
