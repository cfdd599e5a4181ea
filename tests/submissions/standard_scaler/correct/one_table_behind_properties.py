# expect: pass
import numpy as np


class StandardScaler:
    """Keeps its statistics in one table: a row of means and a row of scales."""

    def __init__(self):
        self._rows = {}

    def _row(self, name):
        if name not in self._rows:
            raise AttributeError(f"no {name} before fit")
        return self._rows[name]

    @property
    def mean_(self):
        return self._row("mean")

    @mean_.setter
    def mean_(self, value):
        self._rows["mean"] = value

    @property
    def scale_(self):
        return self._row("scale")

    @scale_.setter
    def scale_(self, value):
        self._rows["scale"] = value

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        scale = np.ones(X.shape[1])
        moving = X.max(0) != X.min(0)
        scale[moving] = X[:, moving].std(0)
        self._rows.update(mean=X.mean(0), scale=scale)

    def transform(self, X):
        m, s = self.mean_, self.scale_
        return (X - m) / s

    def inverse_transform(self, Z):
        m, s = self.mean_, self.scale_
        return m + s * Z
