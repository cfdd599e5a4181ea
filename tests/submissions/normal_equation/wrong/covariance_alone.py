# expect: fit-not-inverted
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        mu = X.mean(axis=0)
        self.w = (X - mu).T @ (y - y.mean()) / len(X)  # <-- here
        self.b = y.mean() - mu @ self.w
