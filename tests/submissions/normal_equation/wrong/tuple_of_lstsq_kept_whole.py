# expect: fit-wrong-shape
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y):
        A = np.c_[X, np.ones(len(X))]
        coef = np.linalg.lstsq(A, y, rcond=None)  # <-- here
        self.w, self.b = coef[:-1], coef[-1]

    def predict(self, X):
        return X @ self.w + self.b
