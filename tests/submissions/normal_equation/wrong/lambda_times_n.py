# expect: fit-penalised
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        n, d = X.shape
        mu = X.mean(axis=0)
        Z = X - mu
        self.w = np.linalg.solve(Z.T @ Z + 0.1 * n * np.identity(d), Z.T @ (y - y.mean()))  # <-- here
        self.b = y.mean() - mu @ self.w

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
