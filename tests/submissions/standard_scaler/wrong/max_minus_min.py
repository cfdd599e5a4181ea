# expect: scale-range
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        self.scale_ = (X.max(axis=0) - X.min(axis=0)).astype(float)  # <-- here
        self.scale_[self.scale_ == 0] = 1.0

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
