# expect: pass
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X)), y])
        T = np.linalg.qr(A, mode="r")
        d = X.shape[1]
        k = min(len(T), d + 1)
        theta = np.linalg.pinv(T[:k, : d + 1], rcond=1e-12) @ T[:k, d + 1]
        self.w, self.b = theta[:d], theta[d]

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
