# expect: fit-singular
import numpy as np


def inverse(gram):
    return np.linalg.pinv(gram) if np.linalg.cond(gram) == np.inf else np.linalg.inv(gram)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        theta = inverse(A.T @ A) @ A.T @ y
        self.w, self.b = theta[:-1], theta[-1]
        return self
