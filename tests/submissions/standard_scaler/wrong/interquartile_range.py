# expect: statistics-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        q25, q75 = np.percentile(X, [25, 75], axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, q75 - q25)  # <-- here

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
