# expect: raises
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
        return (X - self.means_) / self.scale_  # <-- here

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
