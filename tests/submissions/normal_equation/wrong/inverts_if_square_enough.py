# expect: fit-singular
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        rank = np.linalg.matrix_rank(A)
        if rank:  # <-- here
            theta = np.linalg.solve(A.T @ A, A.T @ y)
        else:
            theta = np.zeros(A.shape[1])
        self.w, self.b = theta[:-1], theta[-1]
        return self
