# expect: scale-variance
import numpy as np


def centre_and_width(column):
    centre = column.sum() / len(column)
    if (column == column[0]).all():
        return centre, 1.0
    around = column - centre
    return centre, around @ around / len(column)  # <-- here


class StandardScaler:
    def fit(self, X):
        columns = [centre_and_width(np.asarray(column, dtype=float)) for column in X.T]
        self.mean_, self.scale_ = np.array(columns).T
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
