# expect: transform-refits
import numpy as np


class StandardScaler:
    def fit(self, X):
        data = np.asarray(X, dtype=float)
        lo, hi = data.min(0), data.max(0)
        self.mean_ = data.mean(0)
        self.scale_ = data.std(0)
        self.scale_[lo == hi] = 1.0
        return self

    def transform(self, X):
        centred = X - self.mean_
        spread = X.std(axis=0)  # <-- here
        spread[np.ptp(X, axis=0) == 0] = 1.0
        return centred / spread  # <-- here

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_
