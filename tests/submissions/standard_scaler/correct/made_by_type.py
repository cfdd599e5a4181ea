# expect: pass
import numpy as np


def _fit(self, X):
    self.mean_ = X.mean(axis=0)
    s = X.std(axis=0)
    s[X.max(axis=0) == X.min(axis=0)] = 1
    self.scale_ = s
    return self


def _transform(self, X):
    return (X - self.mean_) / self.scale_


def _inverse(self, Z):
    return Z * self.scale_ + self.mean_


StandardScaler = type("StandardScaler", (object,), {"fit": _fit, "transform": _transform, "inverse_transform": _inverse})
