# expect: constant-column
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        dev = np.sqrt(((X - self.mean_) ** 2).mean(axis=0))
        if not dev.all():
            dev = dev + (dev == 0)  # <-- here
        self.scale_ = dev

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
