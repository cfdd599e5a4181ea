# expect: constant-column
import numpy as np


class StandardScaler:
    def __init__(self):
        self._values = {"mean": None, "scale": None}

    mean_ = property(lambda self: self._values["mean"], lambda self, value: self._values.update(mean=value))
    scale_ = property(lambda self: self._values["scale"], lambda self, value: self._values.update(scale=value))

    def fit(self, X):
        middle = X.mean(axis=0)
        spread = np.sqrt(((X - middle) ** 2).mean(axis=0))
        self.mean_ = middle
        self.scale_ = spread  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
