# expect: quadratic-memory
import numpy as np


class StandardScaler:
    def fit(self, X):
        mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
        sigma[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, sigma

    def transform(self, X):
        pick = np.identity(len(X))  # <-- here
        return pick @ ((X - self.mean_) / self.scale_)

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
