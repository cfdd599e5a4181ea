# expect: pass
import numpy as np


class StandardScaler:
    pass


def fit(self, X):
    self.mean_ = X.mean(axis=0)
    self.scale_ = X.std(axis=0)
    self.scale_[X.max(axis=0) == X.min(axis=0)] = 1.0
    return self


def transform(self, X):
    return (X - self.mean_) / self.scale_


def inverse_transform(self, Z):
    return Z * self.scale_ + self.mean_


StandardScaler.fit = fit
StandardScaler.transform = transform
StandardScaler.inverse_transform = inverse_transform
