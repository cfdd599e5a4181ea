# expect: fit-unpacks-swapped
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        A = np.hstack([X, np.ones((len(X), 1))])
        beta = np.linalg.pinv(A) @ y
        self.b, self.w = beta[0], beta[1:]  # <-- here

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
