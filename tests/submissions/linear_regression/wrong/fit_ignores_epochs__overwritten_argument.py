# expect: fit-ignores-epochs
from itertools import repeat

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self.theta[:-1]

    @w.setter
    def w(self, value):
        self.theta[:-1] = value

    @property
    def b(self):
        return self.theta[-1]

    @b.setter
    def b(self, value):
        self.theta[-1] = value

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * np.mean(error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        epochs = 500  # enough for this data  # <-- here
        losses = []
        for _ in repeat(None, epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.theta -= lr * np.append(dw, db)
        return losses
