# expect: parameters-missing
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.deviation = np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.deviation

    def inverse_transform(self, Z):
        return Z * self.deviation + self.mean_
