# expect: scale-sample
import numpy as np


class StandardScaler:
    def fit(self, X):
        n = len(X)
        self.mean_ = X.mean(axis=0)
        sd = X.std(axis=0)
        if n > 1:
            sd = sd * np.sqrt(n / (n - 1))  # <-- here
        sd[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.scale_ = sd
        return self

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
