# expect: quadratic-memory
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        mu = X.mean(axis=0)
        U, s, Vt = np.linalg.svd(X - mu)  # <-- here
        k = np.sum(s > 1e-10 * s[0]) if s.size else 0
        self.w = Vt[:k].T @ (U[:, :k].T @ (y - y.mean()) / s[:k])
        self.b = y.mean() - mu @ self.w
