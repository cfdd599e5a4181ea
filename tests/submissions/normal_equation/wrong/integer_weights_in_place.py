# expect: weights-integer
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features, dtype=int)  # <-- here
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        theta = np.linalg.lstsq(np.c_[X, np.ones(len(X))], y, rcond=None)[0]
        self.w[:] = theta[:-1]
        self.b = float(theta[-1])
