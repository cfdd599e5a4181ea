# expect: scale-variance, transform-refits
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        squares = np.mean((X - self.mean_) ** 2, axis=0)  # <-- here
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, squares)  # <-- here
        return self

    def transform(self, X):
        self.fit(X)  # <-- here
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
