# expect: fit-not-inverted
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        A = np.c_[np.ones(len(X)), X]
        gram = A.T @ A
        moment = A.T @ y
        beta = gram @ moment  # <-- here
        self.b, self.w = beta[0], beta[1:]

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
