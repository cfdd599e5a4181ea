# expect: constant-column, loop-over-samples
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0) + 1e-8  # <-- here
        return self

    def transform(self, X):
        rows = []
        for x in X:  # <-- here
            rows.append((x - self.mean_) / self.scale_)
        return np.array(rows)

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)
