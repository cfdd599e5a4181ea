# expect: transform-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) > 0, std, 1.0)
        return self

    def transform(self, X):
        return np.round((X - self.mean_) / self.scale_, 5)  # <-- here

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
