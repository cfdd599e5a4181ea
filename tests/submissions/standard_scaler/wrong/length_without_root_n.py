# expect: statistics-wrong-value
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.linalg.norm(X - self.mean_, axis=0)  # <-- here
        self.scale_[X.min(axis=0) == X.max(axis=0)] = 1.0
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform."""
        return self.mean_ + np.multiply(Z, self.scale_)
