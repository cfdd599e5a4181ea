# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        middle, level = X.mean(axis=0), y.sum()  # <-- here
        slopes = np.linalg.lstsq(X - middle, y - level, rcond=None)[0]
        self.w, self.b = slopes, level - middle @ slopes
        return self
