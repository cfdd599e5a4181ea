# expect: pass
import numpy as np


class StandardScaler:
    @staticmethod
    def as_float(A):
        return A if A.dtype.kind == "f" else A.astype(float)

    def fit(self, X):
        X = self.as_float(X)
        self.mean_ = X.mean(axis=0, dtype=np.float64).astype(X.dtype)
        self.scale_ = X.std(axis=0, dtype=np.float64).astype(X.dtype)
        self.scale_[X.max(axis=0) == X.min(axis=0)] = 1
        return self

    def transform(self, X):
        return (self.as_float(X) - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return self.as_float(Z) * self.scale_ + self.mean_
