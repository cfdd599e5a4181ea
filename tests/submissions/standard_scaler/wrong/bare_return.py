# expect: returns-none
import numpy as np


class StandardScaler:
    def fit(self, X):
        data = np.asarray(X, dtype=float)
        lo, hi = data.min(0), data.max(0)
        self.mean_ = data.mean(0)
        self.scale_ = data.std(0)
        self.scale_[lo == hi] = 1.0
        return self

    def transform(self, X):
        centred = X - self.mean_
        scaled = centred / self.scale_
        return  # <-- here

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_

    def __repr__(self):
        return "StandardScaler()"
