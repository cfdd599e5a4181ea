# expect: fit-weights-not-updated
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        theta = np.linalg.pinv(np.c_[X, np.ones(len(X))]) @ y
        self.coef_ = theta[:-1]  # <-- here
        self.b = theta[-1]
