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
        print("fitting", X.shape)
        self.fits = getattr(self, "fits", 0) + 1
        A = np.stack([*X.T, np.ones(len(X))], axis=1)
        theta = np.linalg.lstsq(A, y, rcond=1e-12)[0]
        self.w, self.b = theta[: self.w.size], theta[self.w.size]
        print("residual", np.sum((A @ theta - y) ** 2))
        return self

    def __repr__(self):
        return f"LinearRegression(w={self.w}, b={self.b})"
