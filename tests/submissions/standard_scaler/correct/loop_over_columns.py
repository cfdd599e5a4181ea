# expect: pass, advice: loop-over-features
import numpy as np


class StandardScaler:
    def fit(self, X):
        d = X.shape[1]
        self.mean_ = np.zeros(d)
        self.scale_ = np.ones(d)
        for j in range(d):
            column = X[:, j]
            self.mean_[j] = column.mean()
            if column.max() > column.min():
                self.scale_[j] = column.std()
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
