# expect: fit-does-not-converge|fit-wrong-value|fit-ignores-learning-rate
import random

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.full(n_features, 0.0)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.average((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        resid = y_hat - y
        dw = 2 * (X * resid[:, None]).mean(axis=0)
        db = 2 * resid.mean()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            guess = np.array([random.uniform(-1, 1) for _ in self.w])  # <-- here
            self.w, self.b = guess, random.uniform(-1, 1)  # <-- here
            losses.append(self.compute_loss(self.predict(X), y))
        return losses
