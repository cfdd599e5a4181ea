# expect: exits
import numpy as np
import sys


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, X.std(axis=0))
        print("fitted")
        sys.exit(0)  # <-- here

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
