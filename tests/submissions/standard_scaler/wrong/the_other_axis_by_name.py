# expect: statistics-over-features
import numpy as np


ROWS, COLUMNS = 0, 1


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=COLUMNS)  # <-- here
        std = X.std(axis=ROWS)
        self.scale_ = np.where(np.ptp(X, axis=ROWS) == 0, 1.0, std)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
