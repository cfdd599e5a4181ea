# expect: scale-range, inverse-wrong-value
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        width = np.ptp(X, axis=0)  # <-- here
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(width == 0, 1.0, width)
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Centre, then scale."""
        out = np.array(X, dtype=float)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse_transform(self, Z):
        return Z * self.scale_ - self.mean_  # <-- here

    def __repr__(self):
        return "StandardScaler()"
