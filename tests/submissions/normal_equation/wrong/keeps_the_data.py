# expect: fit-without-intercept
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        self.data, self.target = X, y
        inverse = np.linalg.pinv(X.T @ X)  # <-- here
        self.w = inverse @ (X.T @ y)
        return self
