# expect: fit-updates-a-copy
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        A = np.column_stack([np.ones(len(X)), X])
        theta = np.linalg.pinv(A) @ y
        return theta[1:], theta[0]  # <-- here

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
