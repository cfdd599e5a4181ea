# expect: inverse-not-scaled
import numpy as np


class StandardScaler:
    def fit(self, X):
        mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
        sigma[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, sigma

    def transform(self, X):
        return np.divide(np.subtract(X, self.mean_), self.scale_)

    def inverse_transform(self, Z):
        return Z + self.mean_  # <-- here
