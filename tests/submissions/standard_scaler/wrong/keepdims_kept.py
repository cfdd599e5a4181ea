# expect: statistics-wrong-shape
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0, keepdims=True)  # <-- here
        std = X.std(axis=0, keepdims=True)  # <-- here
        self.scale_ = np.where(np.ptp(X, axis=0, keepdims=True) == 0, 1.0, std)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_

    def __repr__(self):
        return "StandardScaler()"
