# expect: import-fails
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        std = X.std(axis=0)
        self.scale_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, std)
        return self

    def transform(self, X):
        mu = self.mean_[None, :]
        sd = self.scale_[None, :]
        Z = (X - mu) / sd
        return Z

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out


scaler = StandardScaler()
data = np.array([[1.0, 2.0], [3.0, 6.0]])
scaler.fit(data)
assert scaler.mean_ == [2.0, 4.0], "means"  # <-- here
