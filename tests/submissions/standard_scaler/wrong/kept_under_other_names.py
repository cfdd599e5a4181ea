# expect: parameters-missing
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.centre = np.mean(X, axis=0)  # <-- here
        self.spread = np.where(np.ptp(X, axis=0) == 0, 1.0, np.std(X, axis=0))
        return self

    def transform(self, X):
        return (X - self.centre) / self.spread

    def inverse_transform(self, Z):
        return Z * self.spread + self.centre
