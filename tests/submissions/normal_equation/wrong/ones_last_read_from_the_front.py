# expect: fit-unpacks-swapped, fit-singular
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    @staticmethod
    def augment(X):
        m = len(X)
        return np.c_[X, np.ones(m)]

    def predict(self, X):
        return X.dot(self.w) + self.b

    def normal_equation(self, A, y):
        return np.linalg.inv(A.T.dot(A)).dot(A.T).dot(y)  # <-- here

    def fit(self, X, y):
        theta = self.normal_equation(self.augment(X), y)
        intercept, *slopes = theta  # <-- here
        self.b = float(intercept)
        self.w = np.array(slopes)
