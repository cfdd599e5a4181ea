# expect: loop-over-samples
import numpy as np
from functools import reduce
from operator import add


class StandardScaler:
    def fit(self, X):
        self.mean_ = reduce(add, X) / X.shape[0]  # <-- here
        sd = np.sqrt(np.mean((X - self.mean_) ** 2, axis=0))
        sd[X.min(axis=0) == X.max(axis=0)] = 1.0
        self.scale_ = sd
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X
