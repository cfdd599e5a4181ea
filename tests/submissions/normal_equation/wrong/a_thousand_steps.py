# expect: fit-not-exact
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        n = len(X)
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        for _ in range(1000):  # <-- here
            error = X @ self.w + self.b - y
            self.w = self.w - 0.01 * 2 / n * X.T @ error
            self.b = self.b - 0.01 * 2 / n * error.sum()
        return self

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
