# expect: raises
from operator import attrgetter

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.slope, self.shift = np.zeros(n_features), 0.0

    w = property(attrgetter("slope"))  # <-- here
    b = property(attrgetter("shift"))  # <-- here

    def predict(self, X):
        return X @ self.slope + self.shift

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * (error @ X), 2 * float(np.mean(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.slope = self.slope - lr * dw
            self.shift -= lr * db
        return losses
