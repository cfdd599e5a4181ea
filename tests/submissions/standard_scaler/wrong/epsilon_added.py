# expect: constant-column
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0) + 1e-8  # <-- here
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Centre, then scale."""
        out = np.array(X, dtype=float)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X

    def __repr__(self):
        return "StandardScaler()"
