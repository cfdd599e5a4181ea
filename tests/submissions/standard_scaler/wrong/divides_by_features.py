# expect: statistics-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        d = X.shape[1]
        self.mean_ = X.sum(axis=0) / d  # <-- here
        sd = X.std(axis=0)
        sd[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = sd
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform."""
        return self.mean_ + np.multiply(Z, self.scale_)

    def __repr__(self):
        return "StandardScaler()"
