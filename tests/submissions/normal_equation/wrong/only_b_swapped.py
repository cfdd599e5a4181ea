# expect: fit-unpacks-swapped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        d = X.shape[1]
        A = np.column_stack([X, np.ones(len(X))])
        theta = np.linalg.lstsq(A, y, rcond=None)[0]
        self.w = theta[:d]
        self.b = float(theta[0])  # <-- here
        return self
