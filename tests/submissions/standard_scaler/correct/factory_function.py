# expect: pass
import numpy as np


class _Scaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        s = X.std(axis=0)
        self.scale_ = np.choose((X == X[0]).all(axis=0), [s, np.ones_like(s)])
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_


def StandardScaler():
    return _Scaler()
