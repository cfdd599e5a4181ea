# expect: statistics-over-features
import numpy as np


class StandardScaler:
    def fit(self, X):
        centres, spreads = [], []
        for column in X:  # <-- here
            m = column.mean()
            centres.append(m)
            s = column.std()
            spreads.append(s if s > 1e-9 * abs(m) else 1.0)
        self.mean_ = np.array(centres)
        self.scale_ = np.array(spreads)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
