# expect: pass
"""Ordinary least squares."""
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features=1):
        super().__init__()
        self.w, self.b = np.zeros((n_features,)), 0.

    def fit(self, X, y):
        if X.ndim != 2 or y.ndim != 1 or len(X) != len(y):
            raise ValueError(f"X is {X.shape}, y is {y.shape}")
        if X.shape[1] != len(self.w):
            raise ValueError(f"the model has {len(self.w)} features, X has {X.shape[1]}")
        A = np.ones((len(X), X.shape[1] + 1))
        A[:, :-1] = X
        theta, residues, rank, singular = np.linalg.lstsq(A, y, rcond=None)
        self.w, self.b = theta[:-1], theta[-1]
        return {"rank": rank}

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b
