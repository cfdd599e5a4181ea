# expect: fit-penalised
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        normal = A.T @ A
        normal.flat[:: A.shape[1] + 1] += 0.5  # <-- here
        right = A.T @ y
        *self.w, self.b = np.linalg.solve(normal, right)
        self.w = np.array(self.w)
        return self
