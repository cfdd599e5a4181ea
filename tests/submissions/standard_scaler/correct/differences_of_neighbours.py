# expect: pass
import numpy as np


class StandardScaler:
    def fit(self, X):
        # no step between neighbours anywhere: constant (also true of a single sample)
        frozen = ~np.diff(X, axis=0).any(axis=0)
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0) * (1 - frozen) + frozen
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
