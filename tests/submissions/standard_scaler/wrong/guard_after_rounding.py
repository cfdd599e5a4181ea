# expect: constant-column
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        widths = []
        for centred in (X - self.mean_).T:
            width = np.sqrt(centred @ centred / centred.size)
            if width == 0:  # <-- here
                width = 1.0
            widths.append(width)
        self.scale_ = np.array(widths)
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return self.mean_ + Z * self.scale_
