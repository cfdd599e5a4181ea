# expect: fit-unpacks-swapped
import numpy as np


class LinearRegression:
    @property
    def w(self):
        return self.table["w"]

    @w.setter
    def w(self, value):
        self.table["w"] = value

    @property
    def b(self):
        return self.table["b"]

    @b.setter
    def b(self, value):
        self.table["b"] = value

    def __init__(self, n_features):
        self.table = {"w": np.zeros(n_features), "b": 0.0}

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        table = dict(self.table)
        A = np.column_stack([X, np.ones(len(X))])
        theta = np.linalg.pinv(A) @ y
        table["w"], table["b"] = theta[1:], theta[0]  # <-- here
        self.table = table
