# expect: fit-history-wrong-value
from dataclasses import dataclass, field

import numpy as np


@dataclass
class LinearRegression:
    n_features: int
    w: np.ndarray = field(init=False)
    b: float = field(init=False, default=0.0)

    def __post_init__(self):
        self.w = np.zeros(self.n_features)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        scale = 2.0 / X.shape[0]
        return scale * (X.T @ error), scale * float(np.sum(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        improvements = []
        last = self.compute_loss(self.predict(X), y)
        for _ in range(epochs):
            dw, db = self.compute_gradients(X, y, self.predict(X))
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            now = self.compute_loss(self.predict(X), y)
            improvements.append(last - now)  # <-- here
            last = now
        return improvements
