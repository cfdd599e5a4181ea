# expect: pass
import numpy as np


class StandardScaler:
    def fit(self, X):
        X = X.astype(np.float64)
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0)
        eps = np.finfo(np.float64).eps
        tiny = self.scale_ <= 100 * eps * np.maximum(np.abs(self.mean_), np.abs(X).max(axis=0))
        self.scale_[tiny] = 1.0

    def transform(self, X):
        out = X.astype(np.float64)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse_transform(self, Z):
        out = Z.astype(np.float64)
        out *= self.scale_
        out += self.mean_
        return out
