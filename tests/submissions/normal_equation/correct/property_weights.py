# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self._theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self._theta[1:]

    @w.setter
    def w(self, value):
        self._theta = np.append(self._theta[0], value)

    @property
    def b(self):
        return float(self._theta[0])

    @b.setter
    def b(self, value):
        self._theta = np.append(value, self._theta[1:])

    @staticmethod
    def _design(X):
        return np.column_stack([np.ones(len(X)), X])

    def predict(self, X):
        return self._design(X) @ self._theta

    def fit(self, X, y):
        self._theta = np.linalg.pinv(self._design(X)) @ y
        return self
