# expect: fit-penalised
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        n, d = X.shape
        A = np.column_stack([X, np.ones(n)])
        A2 = np.vstack([A, np.sqrt(2.0) * np.eye(d + 1)])  # <-- here
        y2 = np.append(y, np.zeros(d + 1))
        theta = np.linalg.lstsq(A2, y2, rcond=None)[0]
        self.w, self.b = theta[:d], theta[d]
