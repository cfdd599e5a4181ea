# expect: constant-column
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        widths = []
        for column in X.T:
            width = np.std(column)
            if width == 0:  # <-- here
                width = 1.0
            widths.append(width)
        self.scale_ = np.array(widths)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return self.mean_ + Z * self.scale_
