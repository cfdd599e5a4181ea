# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([np.ones(len(X)), X])
        theta = np.zeros(A.shape[1])
        for _ in range(2):  # the second round takes away what rounding has left
            theta += np.linalg.lstsq(A, y - A @ theta, rcond=None)[0]
        self.b, self.w = theta[0], theta[1:]
        return self
