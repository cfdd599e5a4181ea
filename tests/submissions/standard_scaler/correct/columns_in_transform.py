# expect: pass, advice: loop-over-features
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        self.scale_ = np.where(np.max(X, axis=0) == np.min(X, axis=0), 1.0, np.std(X, axis=0))
        return self

    def transform(self, X):
        out = np.empty(X.shape, dtype=float)
        for j, (m, s) in enumerate(zip(self.mean_, self.scale_)):
            out[:, j] = (X[:, j] - m) / s
        return out

    def inverse_transform(self, Z):
        out = np.empty(Z.shape, dtype=float)
        for j, (m, s) in enumerate(zip(self.mean_, self.scale_)):
            out[:, j] = Z[:, j] * s + m
        return out
