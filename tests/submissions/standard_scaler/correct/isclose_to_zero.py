# expect: pass
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        deviation = np.sqrt(((X - self.mean_) ** 2).mean(axis=0))
        deviation[np.isclose(deviation, 0)] = 1.0
        self.scale_ = deviation
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
