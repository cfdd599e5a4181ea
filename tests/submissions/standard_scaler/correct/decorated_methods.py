# expect: pass
import functools

import numpy as np


def fitted(method):
    """Refuses to run before fit."""
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        if getattr(self, "mean_", None) is None or getattr(self, "scale_", None) is None:
            raise RuntimeError(f"{method.__name__}: not fitted yet")
        return method(self, *args, **kwargs)
    return wrapper


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, X.std(axis=0))
        return self

    @fitted
    def transform(self, X):
        return (X - self.mean_) / self.scale_

    @fitted
    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
