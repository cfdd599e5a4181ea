# expect: transform-not-scaled
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))
        return self

    def by_unit(self, shifted):
        return shifted / self.scale_

    def transform(self, X):
        shifted = X - self.mean_
        self.by_unit(shifted)  # <-- here
        return shifted

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
