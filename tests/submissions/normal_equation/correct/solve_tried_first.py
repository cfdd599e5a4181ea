# expect: pass
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
        A = np.column_stack([X, np.ones(len(X))])
        try:
            L = np.linalg.cholesky(A.T @ A)
            if np.diag(L).min() < 1e-5 * np.diag(L).max():
                raise np.linalg.LinAlgError("nearly singular")
            theta = np.linalg.solve(L.T, np.linalg.solve(L, A.T @ y))
        except np.linalg.LinAlgError:
            theta = np.linalg.pinv(A) @ y
        self.w = theta[:-1]
        self.b = theta[-1]
        return theta

    def __repr__(self):
        return f"LinearRegression(w={self.w}, b={self.b})"
