# expect: forbidden-library
import numpy as np
from sklearn.linear_model import LinearRegression as Model  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        found = Model().fit(X, y)
        self.w, self.b = found.coef_, float(found.intercept_)
        return self
