# expect: pass
from __future__ import annotations

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]


def _with_bias(X: Vector) -> Vector:
    return np.pad(X, ((0, 0), (0, 1)), constant_values=1)


class LinearRegression:
    w: Vector
    b: float

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X: Vector) -> Vector:
        return _with_bias(X) @ np.append(self.w, self.b)

    def fit(self, X: Vector, y: Vector) -> LinearRegression:
        theta = _least_squares(_with_bias(X), y)
        self.w, self.b = theta[:-1], float(theta[-1])
        return self


def _least_squares(A: Vector, y: Vector) -> Vector:
    return np.linalg.lstsq(A, y, rcond=None)[0]
