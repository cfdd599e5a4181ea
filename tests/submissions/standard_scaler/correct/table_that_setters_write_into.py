# expect: pass
import numpy as np


class StandardScaler:
    """One table with two rows holds what was learned; setting a name writes into its row."""

    table = None

    def _row(self, number, values):
        if self.table is None:
            self.table = np.ones((2, len(values)))
        self.table[number] = values

    mean_ = property(lambda self: self.table[0], lambda self, values: self._row(0, values))
    scale_ = property(lambda self: self.table[1], lambda self, values: self._row(1, values))

    def fit(self, X):
        spread = X.std(axis=0)
        spread[X.max(axis=0) == X.min(axis=0)] = 1.0
        self.table = np.stack([X.mean(axis=0), spread])
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
