# expect: pass, advice: loop-over-features
import numpy as np


def spread(column):
    return 1.0 if np.ptp(column) == 0 else float(np.std(column))


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.array([float(np.mean(c)) for c in X.T])
        self.scale_ = np.array([spread(c) for c in X.T])

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
