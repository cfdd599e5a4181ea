# expect: pass
import numpy as np


class StandardScaler:
    def fit(self, X):
        varies = (X != X[0]).any(axis=0)
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.ones(X.shape[1])
        self.scale_[varies] = X[:, varies].std(axis=0)
        return self

    def transform(self, X):
        centred = X - self.mean_
        return np.divide(centred, self.scale_, out=np.zeros(X.shape), where=self.scale_ > 0)

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
