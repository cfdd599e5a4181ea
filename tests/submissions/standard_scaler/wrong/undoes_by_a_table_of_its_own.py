# expect: inverse-wrong-order
import numpy as np


class StandardScaler:
    APPLY = [(np.subtract, "mean_"), (np.divide, "scale_")]
    UNDO = [(np.add, "mean_"), (np.multiply, "scale_")]  # <-- here

    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))
        return self

    def transform(self, X):
        return self._through(self.APPLY, X)

    def inverse_transform(self, Z):
        return self._through(self.UNDO, Z)

    def _through(self, table, values):
        for function, attribute in table:
            values = function(values, getattr(self, attribute))
        return values
