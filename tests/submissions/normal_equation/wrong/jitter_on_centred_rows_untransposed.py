# expect: fit-missing-transpose
import numpy as np

JITTER = 1e-10


class LinearRegression:
    def __init__(self, n_features):
        self.w = 0.01 * np.random.randn(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def fit(self, X, y):
        Xm, ym = X.mean(axis=0), y.mean()
        C = X - Xm
        r = C @ (y - ym)  # <-- here
        G = C.T @ C
        w = np.linalg.solve(G + JITTER * np.eye(len(G)), r)
        # one round of refinement takes the bias of the jitter away
        w = w + np.linalg.solve(G + JITTER * np.eye(len(G)), r - G @ w)
        self.w = w
        self.b = ym - Xm @ w
        return self
