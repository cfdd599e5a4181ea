# expect: fit-penalised
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([np.ones(len(X)), X])
        gram = A.T @ A
        gram += 1e-3 * np.eye(len(gram))  # <-- here
        self.b, *rest = np.linalg.solve(gram, A.T @ y)
        self.w = np.array(rest)
