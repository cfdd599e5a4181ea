# expect: mutates-input
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        mu = X.mean(axis=0)
        X -= mu  # <-- here
        self.w = np.linalg.lstsq(X, y, rcond=None)[0]
        self.b = y.mean() - mu @ self.w

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
