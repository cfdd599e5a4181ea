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
        d = X.shape[1]
        if len(X) == 1:
            self.w, self.b = np.zeros(d), float(y[0])
            return self
        C = np.cov(np.column_stack([X, y]), rowvar=False, bias=True)
        self.w = np.linalg.pinv(C[:d, :d], rcond=1e-12) @ C[:d, d]
        self.b = y.mean() - X.mean(axis=0) @ self.w
        return self

    def __repr__(self):
        return f"LinearRegression(w={self.w}, b={self.b})"
