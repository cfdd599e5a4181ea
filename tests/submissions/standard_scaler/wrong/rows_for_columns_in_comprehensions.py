# expect: statistics-over-features
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.array([c.mean() for c in X])  # <-- here
        stds = np.array([c.std() for c in X])  # <-- here
        self.scale_ = np.where(np.array([np.ptp(c) for c in X]) == 0, 1.0, stds)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
