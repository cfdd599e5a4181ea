# expect: fit-scales-data
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        X = (X - X.mean(axis=0)) / X.std(axis=0)  # <-- here
        t = (y - y.mean()) / y.std()
        self.w = np.linalg.lstsq(X, t, rcond=None)[0]
        self.b = 0.0
