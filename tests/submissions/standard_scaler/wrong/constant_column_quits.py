# expect: exits
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0)
        if (X.max(axis=0) == X.min(axis=0)).any():
            print("a column is constant")
            raise SystemExit(1)  # <-- here
        return self

    def transform(self, X):
        return np.divide(np.subtract(X, self.mean_), self.scale_)

    def inverse_transform(self, Z):
        stretched = self.scale_ * Z
        return stretched + self.mean_
