# expect: fit-singular
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y, with_bias=True):
        A = X
        if with_bias:
            A = np.column_stack([X, np.ones(len(X))])
        if with_bias:
            theta = np.linalg.inv(A.T @ A) @ A.T @ y  # <-- here
        else:
            theta = np.append(np.linalg.pinv(A) @ y, 0.0)
        self.w, self.b = theta[:-1], theta[-1]
        return self
