# expect: statistics-of-everything
import numpy as np


class StandardScaler:
    def fit(self, X):
        values = np.ravel(X)  # <-- here
        ones = np.ones(X.shape[1])
        self.mean_ = values.mean() * ones  # <-- here
        spread = values.std() if (values != values[0]).any() else 1.0
        self.scale_ = spread * ones  # <-- here

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Centre, then scale."""
        out = np.array(X, dtype=float)
        out -= self.mean_
        out /= self.scale_
        return out

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
