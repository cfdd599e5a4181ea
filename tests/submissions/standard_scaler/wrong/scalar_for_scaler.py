# expect: class-missing
import numpy as np


class StandardScalar:  # <-- here
    mean_ = None
    scale_ = None

    def fit(self, X):
        data = np.asarray(X, dtype=float)
        lo, hi = data.min(0), data.max(0)
        self.mean_ = data.mean(0)
        self.scale_ = data.std(0)
        self.scale_[lo == hi] = 1.0
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform."""
        return self.mean_ + np.multiply(Z, self.scale_)

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
