# expect: pass
import numpy as np


class StandardScaler:
    def fit(self, X):
        m = X.mean(axis=0, keepdims=True)
        s = np.sqrt(((X - m) ** 2).mean(axis=0, keepdims=True))
        s = np.where(X.max(axis=0, keepdims=True) == X.min(axis=0, keepdims=True), 1.0, s)
        self.mean_ = m.ravel()
        self.scale_ = s.ravel()
        return self

    def transform(self, X):
        return (X - self.mean_.reshape(1, -1)) / self.scale_.reshape(1, -1)

    def inverse_transform(self, Z):
        return Z * self.scale_.reshape(1, -1) + self.mean_.reshape(1, -1)
