# expect: fit-updates-a-copy
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _keep(self, solution):
        self.coefficients = solution[1:]  # <-- here
        self.intercept = solution[0]  # <-- here

    def fit(self, X, y):
        A = np.hstack([np.ones((len(X), 1)), X])
        solution = np.linalg.pinv(A) @ y
        self._keep(solution)
