# expect: fit-missing-transpose
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        M = np.append(X, np.ones((len(X), 1)), axis=1)
        solution = np.linalg.pinv(M.dot(M.T)).dot(M.T).dot(y)  # <-- here
        self.w = solution[:-1]
        self.b = solution[-1]
