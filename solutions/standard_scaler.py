"""Standardised features: the reference solution."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class StandardScaler:
    """Shifts and scales every feature to mean 0 and standard deviation 1, and back."""

    mean_: Array
    scale_: Array

    def fit(self, X: Array) -> "StandardScaler":
        """X (n, d) -> mean_ (d,) and scale_ (d,)."""
        self.mean_ = X.mean(axis=0)
        is_constant = X.max(axis=0) == X.min(axis=0)  # not std == 0: rounding may leave 1e-17
        self.scale_ = np.where(is_constant, 1.0, X.std(axis=0))
        return self

    def transform(self, X: Array) -> Array:
        """X (n, d) -> (n, d)."""
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z: Array) -> Array:
        """Z (n, d) -> (n, d)."""
        return Z * self.scale_ + self.mean_
