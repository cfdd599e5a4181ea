# expect: fit-singular
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        try:
            theta = np.linalg.solve(A.T @ A, A.T @ y)  # <-- here
        except np.linalg.LinAlgError:
            theta = np.zeros(A.shape[1])  # <-- here
        self.w, self.b = theta[:-1], theta[-1]

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
