# expect: pass
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        mu, sd = X.mean(axis=0), X.std(axis=0)
        sd = np.where(sd <= 1e-12 * np.abs(X).max(axis=0), 1.0, sd)
        v = np.linalg.lstsq((X - mu) / sd, y - y.mean(), rcond=None)[0]
        self.w = v / sd
        self.b = y.mean() - mu @ self.w
        return self.predict(X)

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
