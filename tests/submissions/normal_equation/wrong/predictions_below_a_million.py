# expect: predict-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.clip(X @ self.w + self.b, -1e6, 1e6)  # <-- here

    def fit(self, X, y):
        design = np.column_stack([X, np.ones(X.shape[0])])
        solution = np.linalg.pinv(design) @ y
        self.w, self.b = solution[:-1], float(solution[-1])
