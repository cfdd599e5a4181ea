# expect: statistics-over-features
import numpy as np

SAMPLES, FEATURES = 0, 1
REDUCED = FEATURES  # <-- here


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=REDUCED)
        spread = X.std(axis=REDUCED)
        self.scale_ = np.where(np.ptp(X, axis=REDUCED) == 0, 1.0, spread)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
