# expect: scale-range
import numpy as np


class StandardScaler:
    def fit(self, X):
        bottom, top = X.min(axis=0), X.max(axis=0)
        self.mean_ = X.mean(axis=0)
        scale = np.maximum(np.abs(top), np.abs(bottom))  # <-- here
        scale[bottom == top] = 1.0
        self.scale_ = scale
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
