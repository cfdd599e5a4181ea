# expect: inverse-not-scaled
import numpy as np


class StandardScaler:
    def fit(self, X):
        data = np.asarray(X, dtype=float)
        lo, hi = data.min(0), data.max(0)
        self.mean_ = data.mean(0)
        self.scale_ = data.std(0)
        self.scale_[lo == hi] = 1.0
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Centre, then scale."""
        out = np.array(X, dtype=float)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse_transform(self, Z):
        # put the mean back
        return np.add(Z, self.mean_.reshape(1, -1))  # <-- here
