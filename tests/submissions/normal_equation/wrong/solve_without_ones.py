# expect: fit-without-intercept, fit-singular
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        self.w = np.linalg.solve(X.T.dot(X), X.T.dot(y))  # <-- here
        self.b = 0.
        return self

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
