# expect: predict-ignores-bias
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w  # <-- here

    def fit(self, X, y):
        theta = np.linalg.lstsq(np.c_[X, np.ones(len(X))], y, rcond=None)[0]
        self.w, self.b = theta[:-1], float(theta[-1])
        return self
