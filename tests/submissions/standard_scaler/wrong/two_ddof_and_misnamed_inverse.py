# expect: scale-sample, method-missing
import numpy as np


class StandardScaler:
    """Zero mean, unit variance."""

    def __init__(self):
        self.mean_ = self.scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        constant = (X == X[0]).all(axis=0)
        self.scale_ = np.ones(X.shape[1])
        if not constant.all():
            self.scale_[~constant] = X[:, ~constant].std(axis=0, ddof=1)  # <-- here
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Centre, then scale."""
        out = np.array(X, dtype=float)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse(self, Z):  # <-- here
        return Z * self.scale_ + self.mean_
