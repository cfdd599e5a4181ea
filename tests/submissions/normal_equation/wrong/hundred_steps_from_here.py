# expect: fit-not-exact
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        for epoch in range(100):  # <-- here
            r = self.predict(X) - y
            self.w = self.w - 0.05 * X.T @ r / len(y)
            self.b = self.b - 0.05 * r.mean()
