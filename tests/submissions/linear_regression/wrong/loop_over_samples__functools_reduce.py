# expect: loop-over-samples
from functools import reduce

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        total = reduce(lambda acc, d: acc + d * d, diff, 0.0)  # <-- here
        return float(total) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        n_samples = X.shape[0]
        d_loss = 2 * (y_hat - y) / n_samples  # dL/dy_hat
        return [np.dot(X.T, d_loss), float(np.sum(d_loss))]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
