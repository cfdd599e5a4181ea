# expect: fit-has-momentum
from dataclasses import dataclass

import numpy as np


@dataclass
class Mover:
    share: float = 0.6
    epoch: int = 0
    slope: object = 0.0
    shift: object = 0.0

    def step(self, slope, shift, lr):
        rate = lr / (1 + 0.1 * self.epoch)
        self.epoch += 1
        self.slope = self.share * self.slope + slope  # <-- here
        self.shift = self.share * self.shift + shift
        return rate * self.slope, rate * self.shift


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve, mover = [], Mover()
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(self.compute_loss(guess, y))
            slope, shift = mover.step(*self.compute_gradients(X, y, guess), lr)
            self.w, self.b = self.w - slope, self.b - shift
        return curve
