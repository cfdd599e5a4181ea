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
        gram = A.T @ A
        if np.linalg.matrix_rank(gram) > 0:  # <-- here
            theta = np.linalg.solve(gram, A.T @ y)
        else:
            theta = np.linalg.pinv(gram) @ A.T @ y
        self.w, self.b = theta[:-1], theta[-1]
        return self
