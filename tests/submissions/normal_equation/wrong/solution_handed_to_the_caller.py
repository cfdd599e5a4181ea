# expect: fit-updates-a-copy
import numpy as np


def least_squares(A, y):
    theta, *_ = np.linalg.lstsq(A, y, rcond=None)
    return {"slopes": theta[1:], "offset": theta[0]}


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.insert(X, 0, 1.0, axis=1)
        return least_squares(A, y)  # <-- here
