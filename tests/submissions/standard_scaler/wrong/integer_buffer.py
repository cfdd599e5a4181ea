# expect: raises
import numpy as np


class StandardScaler:
    def fit(self, X):
        mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
        sigma[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, sigma

    def transform(self, X):
        out = X.copy()
        out -= self.mean_  # <-- here
        out /= self.scale_  # <-- here
        return out

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
