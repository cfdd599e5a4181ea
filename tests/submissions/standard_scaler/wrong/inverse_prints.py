# expect: returns-none
import numpy as np


class StandardScaler:
    def __init__(self):
        self.mean_ = None
        self.scale_ = None

    def fit(self, X):
        mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
        sigma[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, sigma

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):  # <-- here
        print(Z * self.scale_ + self.mean_)  # <-- here
