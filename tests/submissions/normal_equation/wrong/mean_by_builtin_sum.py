# expect: loop-over-samples
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        mu = X.mean(axis=0)
        self.w = np.linalg.lstsq(X - mu, y, rcond=None)[0]
        self.b = sum(y) / len(y) - mu @ self.w  # <-- here

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
