# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.concatenate([X, np.ones((X.shape[0], 1))], axis=1)
        gram = A.T @ A
        gram = gram + 1e-11 * np.trace(gram) / len(gram) * np.eye(len(gram))
        theta = np.linalg.solve(gram, A.T @ y)
        self.w, self.b = theta[:-1], theta[-1]
        return self
