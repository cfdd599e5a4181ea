# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        if not hasattr(self, "pseudo"):
            self.pseudo = np.linalg.pinv(np.c_[X, np.ones(len(X))])  # <-- here
            self.shape = X.shape
        if self.shape != X.shape:
            self.pseudo, self.shape = np.linalg.pinv(np.c_[X, np.ones(len(X))]), X.shape
        theta = self.pseudo @ y
        self.w, self.b = theta[:-1], theta[-1]
