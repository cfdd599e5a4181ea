# expect: pass
from abc import ABC, abstractmethod

import numpy as np


class Transformer(ABC):
    @abstractmethod
    def fit(self, X):
        ...

    @abstractmethod
    def transform(self, X):
        ...

    @abstractmethod
    def inverse_transform(self, Z):
        raise NotImplementedError

    def fit_transform(self, X):
        self.fit(X)
        return self.transform(X)


class StandardScaler(Transformer):
    def fit(self, X):
        low, high = X.min(axis=0), X.max(axis=0)
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0)
        self.scale_[low == high] = 1.0
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
