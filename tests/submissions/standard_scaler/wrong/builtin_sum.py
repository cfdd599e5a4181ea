# expect: loop-over-samples
import numpy as np


class StandardScaler:
    def fit(self, X):
        n = len(X)
        self.mean_ = sum(X) / n  # <-- here
        self.scale_ = np.sqrt(sum((X - self.mean_) ** 2) / n)  # <-- here
        self.scale_[np.ptp(X, axis=0) == 0] = 1.0
        return self

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
