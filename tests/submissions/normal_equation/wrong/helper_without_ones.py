# expect: fit-without-intercept
import numpy as np


def features_of(X, intercept=False):
    """Design matrix; a column of ones goes last when an intercept is wanted."""
    if intercept:
        return np.column_stack([X, np.ones(len(X))])
    return np.asarray(X, dtype=float)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = features_of(X)  # <-- here
        found, *_ = np.linalg.lstsq(A, y, rcond=None)
        d = X.shape[1]
        self.w = found[:d]
        self.b = found[d] if len(found) > d else 0.0
        return self
