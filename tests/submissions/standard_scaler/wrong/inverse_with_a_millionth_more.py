# expect: inverse-wrong-value
import numpy as np

EPS = 1e-6  # <-- here


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) > 0, std, 1.0)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * (self.scale_ + EPS) + self.mean_
