# expect: scale-variance
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.average(X, axis=0)
        C = np.atleast_2d(np.cov(X.T, bias=True))
        diagonal = C.diagonal()  # <-- here
        self.scale_ = np.where(X.min(0) == X.max(0), 1.0, diagonal)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X
