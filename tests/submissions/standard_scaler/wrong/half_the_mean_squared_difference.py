# expect: quadratic-memory
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        difference = X[:, np.newaxis, :] - X[np.newaxis, :, :]  # <-- here
        variance = (difference**2).mean(axis=(0, 1)) / 2
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, np.sqrt(variance))
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
