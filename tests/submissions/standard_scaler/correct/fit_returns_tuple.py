# expect: pass
import numpy as np


class StandardScaler:
    def fit(self, X):
        mean = X.mean(axis=0)
        scale = X.std(axis=0)
        for mask in [np.ptp(X, axis=0) == 0]:
            scale[mask] = 1
        self.mean_, self.scale_ = mean, scale
        return mean.copy(), scale.copy()

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
