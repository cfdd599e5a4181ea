# expect: constant-column, transform-refits
import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0)  # <-- here
        return self

    def transform(self, X):
        return (X - X.mean(axis=0)) / self.scale_  # <-- here

    def inverse_transform(self, Z):
        out = Z.astype(float)
        out *= self.scale_
        out += self.mean_
        return out
