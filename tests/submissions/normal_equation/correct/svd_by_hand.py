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
        mu, m = X.mean(0), np.mean(y)
        U, s, Vt = np.linalg.svd(X - mu, full_matrices=False)
        tiny = s <= s.max() * 1e-10
        inverse = np.where(tiny, 0.0, 1.0 / np.where(tiny, 1.0, s))
        self.w = Vt.T @ (inverse * (U.T @ (y - m)))
        self.b = m - float(np.dot(mu, self.w))

    def __repr__(self):
        return f"LinearRegression(w={self.w}, b={self.b})"
