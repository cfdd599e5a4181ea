# expect: fit-wrong-shape
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _least_squares(self, A, y):
        return np.linalg.lstsq(A, y, rcond=None)  # <-- here

    def fit(self, X, y):
        A = np.c_[np.ones(len(X)), X]
        theta = self._least_squares(A, y)
        self.b, self.w = theta[0], theta[1:]

    def predict(self, X):
        return X @ self.w + self.b
