# expect: fit-weights-not-updated
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        theta = np.linalg.lstsq(A, y, rcond=None)[0]
        w = theta[:-1]  # <-- here
        self.b = theta[-1]

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
