# expect: pass
import numpy as np


class StandardScaler:
    """z = a * x + b with a = 1 / scale and b = -mean / scale."""

    def coefficients(self):
        a = 1 / self.scale_
        return a, -self.mean_ * a

    def fit(self, X):
        X = np.array(X, float)
        self.mean_ = X.sum(axis=0) / len(X)
        self.scale_ = np.sqrt(((X - self.mean_) ** 2).sum(axis=0) / len(X))
        self.scale_[~(X != X[0]).any(axis=0)] = 1
        return self

    def transform(self, X):
        a, b = self.coefficients()
        return a * X + b

    def inverse_transform(self, Z):
        a, b = self.coefficients()
        return (Z - b) / a
