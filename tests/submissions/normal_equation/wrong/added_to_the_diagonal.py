# expect: fit-penalised
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([np.ones(len(X)), X])
        gram = A.T @ A
        gram[np.diag_indices(len(gram))] += 0.2  # <-- here
        solution = np.linalg.solve(gram, A.T @ y)
        self.b, self.w = solution[0], solution[1:]
