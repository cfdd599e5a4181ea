# expect: fit-without-intercept
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([X, np.zeros(len(X))])  # <-- here
        theta = np.linalg.lstsq(A, y, rcond=None)[0]
        self.w, self.b = theta[:-1], theta[-1]
