# expect: pass, advice: loop-over-features
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        """Conjugate gradients on centred, scaled columns: as many steps as there are columns, and some."""
        mu, m = X.mean(axis=0), y.mean()
        Z = X - mu
        size = np.sqrt((Z ** 2).sum(axis=0))
        size[size <= 1e-12 * np.abs(X).max()] = 1.0
        Z = Z / size
        t = y - m
        v = np.zeros(X.shape[1])
        r = Z.T @ t
        p, rr = r.copy(), r @ r
        start = rr
        for _ in range(10 * len(v)):
            if rr <= 1e-26 * start or rr == 0:
                break
            q = Z @ p
            step = rr / (q @ q)
            v = v + step * p
            r = Z.T @ (t - Z @ v)
            new = r @ r
            p = r + new / rr * p
            rr = new
        self.w = v / size
        self.b = m - mu @ self.w
        return self
