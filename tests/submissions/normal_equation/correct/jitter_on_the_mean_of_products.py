# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        n, d = X.shape
        design = np.column_stack([X, np.ones(n)])
        second_moments = design.T @ design / n + 1e-4 * np.eye(d + 1)
        theta = np.linalg.solve(second_moments, design.T @ y / n)
        self.w, self.b = theta[:d], float(theta[d])
        return self
