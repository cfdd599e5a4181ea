# expect: mutates-input
import numpy as np


class StandardScaler:
    def fit(self, X):
        constant = X.max(axis=0) == X.min(axis=0)
        self.mean_ = X.mean(axis=0)
        X -= self.mean_  # <-- here
        self.scale_ = np.sqrt((X ** 2).mean(axis=0))
        self.scale_[constant] = 1.0
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

    def __repr__(self):
        return "StandardScaler()"
