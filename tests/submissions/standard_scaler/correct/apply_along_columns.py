# expect: pass, advice: loop-over-features
import numpy as np


class StandardScaler:
    @staticmethod
    def _scale_of(v):
        if v.min() == v.max():
            return 1.0
        return float(v.std())

    def fit(self, X):
        self.mean_ = np.apply_along_axis(np.mean, 0, X)
        self.scale_ = np.apply_along_axis(self._scale_of, 0, X)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
