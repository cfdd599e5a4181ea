# expect: forbidden-library
import numpy as np


class StandardScaler:
    def fit(self, X):
        from scipy import stats  # <-- here
        self.mean_ = stats.tmean(X, axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, np.sqrt(stats.moment(X, 2, axis=0)))
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
