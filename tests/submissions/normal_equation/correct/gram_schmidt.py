# expect: pass, advice: loop-over-features
import numpy as np


class LinearRegression:
    """Columns made orthogonal one after the other; a dependent one gets the weight zero."""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y):
        A = np.column_stack([np.ones(len(X)), X])
        k = A.shape[1]
        Q, R, kept = np.zeros(A.shape), np.zeros((k, k)), []
        for j in range(k):
            v = A[:, j].copy()
            for _ in range(2):
                part = Q.T @ v
                R[:, j] += part
                v -= Q @ part
            size = np.linalg.norm(v)
            if size > 1e-9 * np.linalg.norm(A[:, j]):
                Q[:, j] = v / size
                R[j, j] = size
                kept.append(j)
        theta = np.zeros(k)
        theta[kept] = np.linalg.solve(R[np.ix_(kept, kept)], (Q.T @ y)[kept])
        self.b, self.w = theta[0], theta[1:]
        return self
