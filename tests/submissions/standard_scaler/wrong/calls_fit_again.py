# expect: transform-refits
import numpy as np


class StandardScaler:
    def fit(self, X):
        mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
        sigma[np.ptp(X, axis=0) == 0] = 1
        self.mean_, self.scale_ = mu, sigma

    def transform(self, X):
        self.fit(X)  # <-- here
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform."""
        return self.mean_ + np.multiply(Z, self.scale_)
