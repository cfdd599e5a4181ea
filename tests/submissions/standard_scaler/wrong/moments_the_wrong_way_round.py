# expect: not-finite
import numpy as np


class StandardScaler:
    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = X.mean(axis=0)
        scale = np.sqrt(self.mean_ ** 2 - (X ** 2).mean(axis=0))  # <-- here
        scale[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = scale
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Centre, then scale."""
        out = np.array(X, dtype=float)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform."""
        return self.mean_ + np.multiply(Z, self.scale_)
