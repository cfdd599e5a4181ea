# expect: raises
import numpy as np


def with_ones(X):
    return np.column_stack([X, np.ones(len(X))])


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return with_ones(X) @ np.append(self.w, self.b)

    def fit(self, X, y):
        A = with_ones(X.T)  # <-- here
        theta = np.linalg.lstsq(A, y, rcond=None)[0]
        self.w, self.b = theta[:-1], theta[-1]
        return self
