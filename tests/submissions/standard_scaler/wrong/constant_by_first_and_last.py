# expect: statistics-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        spread = X.std(axis=0)
        constant = X[0] == X[-1]  # <-- here
        self.scale_ = np.where(constant, 1.0, spread)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
