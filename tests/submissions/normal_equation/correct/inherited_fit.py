# expect: pass
import numpy as np


class _Base:
    def fit(self, X, y):
        theta = self._solve(np.hstack([X, np.ones([len(X), 1])]), y)
        self.w, self.b = np.split(theta, [len(theta) - 1])[0], theta[-1]
        return self


class LinearRegression(_Base):
    def __init__(self, n_features, dtype=float):
        self.w = np.zeros(n_features, dtype)
        self.b = dtype(0)

    def _solve(self, A, y):
        return np.linalg.pinv(A.T @ A, rcond=1e-13, hermitian=True) @ (A.T @ y)

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b
