# expect: fit-bias-ignores-means
import numpy as np


class Summary:
    def __init__(self, X, y):
        self.centre, self.level = X.mean(axis=0), float(y.mean())
        self.slopes = np.linalg.lstsq(X - self.centre, y - self.level, rcond=None)[0]


def offset(summary):
    return summary.level  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        summary = Summary(X, y)
        self.w = summary.slopes
        self.b = offset(summary)
