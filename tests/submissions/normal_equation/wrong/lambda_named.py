# expect: fit-penalised
import numpy as np

rng = np.random.default_rng()


class LinearRegression:
    def __init__(self, n_features):
        self.n_features = n_features
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.01

    def predict(self, X):
        scores = self.b + X.dot(self.w)
        return scores

    def fit(self, X, y):
        lam = 0.5
        A = np.column_stack([np.ones(len(X)), X])
        penalty = lam * np.eye(A.shape[1])
        penalty[0, 0] = 0
        gram = A.T @ A + penalty  # <-- here
        theta = np.linalg.lstsq(gram, A.T @ y, rcond=None)[0]
        self.b, self.w = float(theta[0]), theta[1:]
        return self

    def __repr__(self):
        return f"LinearRegression(w={self.w}, b={self.b})"
