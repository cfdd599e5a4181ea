# expect: pass
import numpy as np


class StandardScaler:
    def fit(self, X):
        match X.ndim:
            case 2:
                pass
            case _:
                raise ValueError("X must be two-dimensional")
        match X.shape:
            case (1, d):
                self.mean_, self.scale_ = X[0].astype(float), np.ones(d)
            case (n, d):
                self.mean_ = X.sum(axis=0) / n
                dev = X - self.mean_
                self.scale_ = np.sqrt((dev * dev).sum(axis=0) / n)
                self.scale_[(X == X[-1]).all(axis=0)] = 1.0

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
