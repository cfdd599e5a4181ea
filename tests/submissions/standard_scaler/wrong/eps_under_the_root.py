# expect: constant-column
import numpy as np

TINY = 1e-10


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        centred = X - self.mean_
        self.scale_ = np.sqrt((centred**2).mean(axis=0) + TINY)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
