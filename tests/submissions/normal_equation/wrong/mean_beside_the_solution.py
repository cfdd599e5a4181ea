# expect: fit-bias-ignores-means
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.c_[X, np.ones(len(X))]
        theta = np.linalg.pinv(A) @ y
        self.w = theta[:-1]
        self.b = np.sum(y) / len(y)  # <-- here
