# expect: fit-bias-ignores-means
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        Xc, yc = X - np.mean(X, axis=0), y - np.mean(y)
        self.w = np.linalg.pinv(Xc.T @ Xc) @ Xc.T @ yc
        self.b = float(np.average(y))  # <-- here
        return self

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
