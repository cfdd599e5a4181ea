# expect: fit-ignores-learning-rate
from dataclasses import dataclass

import numpy as np


@dataclass
class Config:
    lr: float = 0.01
    epochs: int = 1000


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        config = Config(epochs=epochs)  # <-- here
        losses = []
        for _ in range(config.epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= config.lr * dw
            self.b -= config.lr * db
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))
