# expect: gradient-penalty-sign-flipped
from dataclasses import dataclass, field

import numpy as np


@dataclass
class RidgeRegression:
    n_features: int
    alpha: float = 1.0
    b: float = field(default=0.0, init=False)

    def __post_init__(self):
        self.w = np.zeros(self.n_features)

    def predict(self, X):
        return self.b + X @ self.w

    def compute_loss(self, y_hat, y):
        squared = (y_hat - y) ** 2
        ridge = self.alpha * (self.w ** 2).sum()
        return float(squared.mean() + ridge)

    def compute_gradients(self, X, y, y_hat):
        delta = y_hat - y
        dw = 2 * (delta @ X) / delta.size
        dw -= 2 * self.alpha * self.w  # <-- here
        return dw, 2 * float(delta.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs:
            guess = self.predict(X)
            losses.append(self.compute_loss(guess, y))
            step_w, step_b = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * step_w
            self.b = self.b - lr * step_b
        return losses
