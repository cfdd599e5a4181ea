# expect: transform-wrong-shape
import numpy as np


class StandardScaler:
    mean_ = None
    scale_ = None

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        self.scale_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, std)
        return self

    def transform(self, X):
        Z = (X - self.mean_) / self.scale_
        return Z.squeeze()  # <-- here

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform."""
        return self.mean_ + np.multiply(Z, self.scale_)

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
