# expect: fit-weights-not-updated
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        middle, level = X.mean(axis=0), y.mean()
        w = np.linalg.pinv(X - middle) @ (y - level)  # <-- here
        self.b = level - middle @ self.w
        return self
