# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack((X, np.ones(len(y))))
        G, c = A.T @ A, A.T @ y
        if np.linalg.matrix_rank(A) == A.shape[1]:
            theta = np.linalg.solve(G, c)
        else:
            theta = np.linalg.lstsq(A, y, rcond=None)[0]
        self.w = theta[:-1]
        self.b = float(theta[-1])
