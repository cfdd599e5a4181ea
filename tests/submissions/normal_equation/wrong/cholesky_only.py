# expect: fit-singular
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        L = np.linalg.cholesky(A.T @ A)  # <-- here
        theta = np.linalg.solve(L.T, np.linalg.solve(L, A.T @ y))
        self.w, self.b = theta[:-1], theta[-1]

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
