# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        y = np.asarray(y, dtype=np.float64)
        X = np.asarray(X, dtype=np.float64)
        ones = np.ones_like(y)[:, np.newaxis]
        Xb = np.block([X, ones])
        self.w, self.b = (lambda t: (t[:-1], t[-1]))(np.linalg.pinv(Xb).dot(y))
