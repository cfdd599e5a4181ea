# expect: fit-singular
import numpy as np


class LinearRegression:
    verbose = False

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([X, np.ones(len(X))])
        gram = A.T @ A
        if self.verbose and np.linalg.det(gram) == 0:
            print("singular")
        theta = np.linalg.inv(gram) @ (A.T @ y)  # <-- here
        self.w, self.b = theta[:-1], theta[-1]
        return self
