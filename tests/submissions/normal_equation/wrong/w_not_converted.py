# expect: fit-scales-data
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        mu, sd = X.mean(axis=0), X.std(axis=0)
        Z = (X - mu) / sd  # <-- here
        self.w = np.linalg.pinv(Z) @ (y - y.mean())  # <-- here
        self.b = y.mean() - mu @ self.w
        return self

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
