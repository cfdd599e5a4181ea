# expect: fit-singular
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        design = np.hstack([np.ones((X.shape[0], 1)), X])
        try:
            beta = np.linalg.solve(design.T @ design, design.T @ y)  # <-- here
        except np.linalg.LinAlgError:
            beta = np.linalg.lstsq(design, y, rcond=None)[0]
        self.b, self.w = float(beta[0]), beta[1:]
        return self
