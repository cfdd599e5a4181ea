# expect: scale-variance
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        D = X - self.mean_
        self.scale_ = self._spread(D)
        self.scale_[(X == X[0]).all(axis=0)] = 1.0

    def _spread(self, D):
        return np.einsum("nd,nd->d", D, D) / D.shape[0]  # <-- here

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_
