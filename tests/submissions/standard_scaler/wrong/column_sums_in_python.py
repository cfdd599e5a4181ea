# expect: constant-column, loop-over-samples
import numpy as np


class StandardScaler:
    def fit(self, X):
        rows, columns = X.shape
        self.mean_ = np.zeros(columns)
        self.scale_ = np.ones(columns)
        for k in range(columns):
            total = sum(X[:, k])  # <-- here
            self.mean_[k] = total / rows
            squares = ((X[:, k] - self.mean_[k]) ** 2).sum()
            if squares != 0:  # <-- here
                self.scale_[k] = np.sqrt(squares / rows)

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
