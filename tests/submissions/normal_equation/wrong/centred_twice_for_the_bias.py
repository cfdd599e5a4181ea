# expect: fit-bias-ignores-means
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        centre = X.mean(axis=0)
        rows = X - centre
        self.w = np.linalg.pinv(rows) @ (y - y.mean())
        centre = rows.mean(axis=0)  # <-- here
        self.b = y.mean() - centre @ self.w
        return self
