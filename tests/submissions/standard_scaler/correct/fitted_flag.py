# expect: pass
import numpy as np


class StandardScaler:
    fitted = False

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        # exact comparison of the data: the deviation of a column of 0.1 is 1e-17, not 0
        std[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = std
        self.fitted = True
        return self

    def transform(self, X):
        assert self.fitted, "fit first"
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        assert self.fitted, "fit first"
        return Z * self.scale_ + self.mean_
